package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/// Agreements: nobody says the other's yes, changes the other's times, or keeps the other in one.
final class AgreementRows {
  private static final String ONE = "/api/v1/agreements/";

  private AgreementRows() {}

  static List<Row> commands() {
    return List.of(
        propose(),
        counter(),
        consent(),
        amend(),
        withdraw(),
        keep(),
        mySlot(),
        remind(),
        ofReminded("agreement.remindPause", true),
        ofReminded("agreement.remindResume", false),
        remindStop());
  }

  static List<Row> endpoints() {
    return List.of(
        agreements(),
        endpoint("GET /api/v1/agreements/{id}", ""),
        endpoint("GET /api/v1/agreements/{id}/history", "/history"));
  }

  private static ObjectNode about(World w) {
    return Api.data().put("agreement", w.thing);
  }

  private static Row propose() {
    return Row.command(
            "agreement.propose",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.timeoutPlan(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "proposed"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "proposed"));
  }

  private static void stateIs(World w, String state) {
    assertThat(view(w).path("state").asText()).isEqualTo(state);
  }

  private static JsonNode view(World w) {
    var view = w.partner.get(ONE + w.thing).expect(200).body();
    assertThat(w.owner.get(ONE + w.thing).expect(200).body()).isEqualTo(view);
    assertThat(view.path("intact").booleanValue()).isTrue();
    return view;
  }

  private static Row counter() {
    return row("agreement.counter", World::proposingTimeouts, w -> w.timeoutPlan(w.thing, 2))
        .works(OWNER, 200, (w, _) -> pendingIs(w, 2))
        .works(PARTNER, 200, (w, _) -> pendingIs(w, 2));
  }

  private static Row row(
      String kind, Function<World, World> before, Function<World, ObjectNode> data) {
    Function<Home, World> prepared = home -> before.apply(World.paired(home));
    return Row.command(kind, true, prepared, data).refusedOthers(409, "not-paired");
  }

  private static void pendingIs(World w, int version) {
    assertThat(view(w).path("pending").asInt()).isEqualTo(version);
  }

  /// Whoever wrote a version cannot also say the other's yes.
  private static Row consent() {
    return row("agreement.consent", World::proposing, AgreementRows::yes)
        .refused(OWNER, 403, "not-yours")
        .works(PARTNER, 200, (w, _) -> stateIs(w, "in_force"));
  }

  private static ObjectNode yes(World w) {
    var hash = view(w).at("/versions/0/hash").asText();
    return about(w).put("version", 1).put("hash", hash);
  }

  private static Row amend() {
    return row("agreement.amend", World::agreeingOnTimeouts, w -> w.timeoutPlan(w.thing, 2))
        .works(OWNER, 200, (w, _) -> oldOneHolds(w))
        .works(PARTNER, 200, (w, _) -> oldOneHolds(w));
  }

  private static void oldOneHolds(World w) {
    pendingIs(w, 2);
    assertThat(view(w).path("holds").asInt()).isEqualTo(1);
  }

  private static Row withdraw() {
    return row("agreement.withdraw", World::amending, AgreementRows::about)
        .works(OWNER, 200, (w, _) -> stateIs(w, "ended"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "ended"));
  }

  private static Row keep() {
    return row("agreement.keep", World::reviewing, AgreementRows::about)
        .works(OWNER, 200, (w, _) -> assertThat(view(w).has("keptAt")).isTrue())
        .works(PARTNER, 200, (w, _) -> assertThat(view(w).has("keptAt")).isTrue());
  }

  private static Row mySlot() {
    return row("agreement.mySlot", World::agreeing, AgreementRows::ownersSlot)
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(view(w).at("/slots/1/start").asText()).isEqualTo("07:15"))
        .refused(PARTNER, 403, "not-yours");
  }

  private static ObjectNode ownersSlot(World w) {
    var data = about(w);
    data.putArray("slots").add(World.slot(w.owner).put("start", "07:15"));
    return data;
  }

  /// Each for themselves: the partner's is another one, on another stream.
  private static Row remind() {
    return Row.command(
            "agreement.remind", false, home -> World.paired(home).agreeing(), World::ownReminder)
        .works(OWNER, 200, (w, _) -> NeedRows.forOwnerAlone(w))
        .own(200, PARTNER)
        .refusedOthers(404, "not-found");
  }

  /// Whoever set none learns no more than that: not whether the other did.
  private static Row ofReminded(String kind, boolean paused) {
    return Row.command(
            kind,
            false,
            home -> World.paired(home).agreeing().remindingOneself(),
            AgreementRows::about)
        .works(
            OWNER,
            200,
            (w, _) -> {
              var snapshot = w.owner.get("/api/v1/snapshot").expect(200).body();
              assertThat(snapshot.path("agreementReminders").path(0).has("paused"))
                  .isEqualTo(paused);
              NeedRows.forOwnerAlone(w);
            })
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row remindStop() {
    return Row.command(
            "agreement.remindStop",
            false,
            home -> World.paired(home).agreeing().remindingOneself(),
            AgreementRows::about)
        .works(
            OWNER,
            200,
            (w, _) -> {
              var snapshot = w.owner.get("/api/v1/snapshot").expect(200).body();
              assertThat(snapshot.path("agreementReminders")).isEmpty();
            })
        .own(200, PARTNER)
        .refusedOthers(404, "not-found");
  }

  private static Row agreements() {
    return Row.endpoint(
            "GET /api/v1/agreements",
            home -> World.paired(home).agreeing(),
            (who, _, _) -> who.get("/api/v1/agreements"))
        .works(
            OWNER,
            200,
            (w, a) ->
                assertThat(EndpointRows.ids(a, "items", "agreement")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) ->
                assertThat(EndpointRows.ids(a, "items", "agreement")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row endpoint(String name, String under) {
    return Row.endpoint(
            name,
            home -> World.paired(home).agreeing(),
            (who, w, _) -> who.get(ONE + w.thing + under))
        .works(OWNER, 200, (w, a) -> assertThat(a.raw().body()).contains(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(a.raw().body()).contains(w.thing))
        .refusedOthers(404, "not-found");
  }
}
