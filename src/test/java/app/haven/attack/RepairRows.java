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

/// Making it right: each attempt is its giver's, each answer the other's.
final class RepairRows {
  private static final String REPAIRS = "/api/v1/repairs/";

  private RepairRows() {}

  static List<Row> commands() {
    return List.of(
        offer(),
        apologise(),
        answer(),
        withdraw(),
        askFollowUp(),
        endFollowUp(),
        mute(),
        shareTimeline());
  }

  static List<Row> endpoints() {
    return List.of(offered(), received(), timeline(), one(), thread());
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static Row offer() {
    return ours("repair.offer", World::paired, w -> World.repair(Api.id().toString(), w.canary()))
        .works(OWNER, 200, (w, _) -> offered(w, w.owner, w.partner, "words"))
        .works(PARTNER, 200, (w, _) -> offered(w, w.partner, w.owner, "words"));
  }

  private static Row apologise() {
    return ours(
            "repair.offer",
            World::paired,
            w ->
                Api.data()
                    .put("repair", Api.id().toString())
                    .put("acknowledgement", w.canary())
                    .put("empathy", w.canary())
                    .put("restitution", w.canary())
                    .put("asks", true))
        .works(OWNER, 200, (w, _) -> offered(w, w.owner, w.partner, "restitution"))
        .works(PARTNER, 200, (w, _) -> offered(w, w.partner, w.owner, "restitution"));
  }

  /// What the giver just wrote is what the other reads.
  private static void offered(World w, Api giver, Api other, String field) {
    var read = other.get(REPAIRS + "received").expect(200).body().path("items").path(0);
    assertThat(read.path("giver").asText()).isEqualTo(World.id(giver));
    assertThat(read.path(field).asText()).isEqualTo(w.secrets.getLast());
    assertThat(giver.get(REPAIRS + "offered").expect(200).body().path("items").path(0))
        .isEqualTo(read);
  }

  private static JsonNode one(Api person, World w) {
    return person.get(REPAIRS + w.thing).expect(200).body();
  }

  /// Only the one it was offered to: nobody forgives themselves in the other's name.
  private static Row answer() {
    return ours(
            "repair.answer",
            home -> World.paired(home).mending(),
            w ->
                Api.data().put("repair", w.thing).put("answer", "not_yet").put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) -> {
              var view = one(w.owner, w);
              assertThat(view.path("answerWords").asText()).isEqualTo(w.secrets.getLast());
              assertThat(one(w.partner, w)).isEqualTo(view);
            })
        .refused(OWNER, 403, "not-yours");
  }

  private static Row withdraw() {
    return ours(
            "repair.withdraw",
            home -> World.paired(home).mending(),
            w -> Api.data().put("repair", w.thing))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(one(w.partner, w).has("withdrawnAt")).isTrue();
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row askFollowUp() {
    return ours(
            "repair.askFollowUp",
            home -> World.paired(home).mending(),
            w -> Api.data().put("thread", w.thing).put("days", 7))
        .works(
            PARTNER,
            200,
            (w, _) -> assertThat(followUp(w.owner, w).path("days").asInt()).isEqualTo(7))
        .refused(OWNER, 403, "not-yours");
  }

  private static JsonNode followUp(Api person, World w) {
    return person.get(REPAIRS + "threads/" + w.thing).expect(200).body().path("followUp");
  }

  /// The giver cannot end what they are asked to come back to (A21).
  private static Row endFollowUp() {
    return ours(
            "repair.endFollowUp",
            home -> World.paired(home).mending().askingAgain(),
            w -> Api.data().put("thread", w.thing))
        .works(PARTNER, 200, (w, _) -> assertThat(followUp(w.owner, w).isMissingNode()).isTrue())
        .refused(OWNER, 403, "not-yours");
  }

  /// Whoever offers what is muted can tell it by nothing at all (S14).
  private static Row mute() {
    return Row.command(
            "repair.mute",
            false,
            home -> World.paired(home).mending(),
            _ -> Api.data().put("muted", true))
        .works(OWNER, 200, (w, _) -> assertThat(wish(w.owner, "repairsMuted")).isTrue())
        .own(200, PARTNER, STRANGER, FORMER);
  }

  /// Nothing tells the other that one would like it (A19).
  private static Row shareTimeline() {
    return Row.command(
            "repair.shareTimeline",
            false,
            home -> World.paired(home).mending(),
            w -> Api.data().put("couple", w.couple).put("shared", true))
        .works(OWNER, 200, (w, _) -> assertThat(wish(w.owner, "repairTimelineShared")).isTrue())
        .own(200, PARTNER)
        .refusedOthers(409, "not-paired");
  }

  private static boolean wish(Api person, String field) {
    return person.get("/api/v1/snapshot").expect(200).body().path(field).asBoolean();
  }

  private static Row offered() {
    return list("offered")
        .works(OWNER, 200, (w, a) -> assertThat(ids(a)).containsExactly(w.thing))
        .works(PARTNER, 200, (_, a) -> assertThat(ids(a)).isEmpty())
        .own(200, STRANGER, FORMER);
  }

  private static Row received() {
    return list("received")
        .works(OWNER, 200, (_, a) -> assertThat(ids(a)).isEmpty())
        .works(PARTNER, 200, (w, a) -> assertThat(ids(a)).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row list(String which) {
    return Row.endpoint(
        "GET " + REPAIRS + which,
        home -> World.paired(home).mending(),
        (who, _, _) -> who.get(REPAIRS + which));
  }

  private static List<String> ids(Api.Answer answer) {
    return EndpointRows.ids(answer, "items", "repair");
  }

  /// Both want it here; until then it is 404 to both, as `RepairIT` holds.
  private static Row timeline() {
    return Row.endpoint(
            "GET " + REPAIRS + "timeline",
            home -> World.paired(home).mending().sharing(),
            (who, _, _) -> who.get(REPAIRS + "timeline"))
        .works(OWNER, 200, (w, a) -> assertThat(ids(a)).containsExactly(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(ids(a)).containsExactly(w.thing))
        .refusedOthers(404, "not-found");
  }

  private static Row one() {
    return Row.endpoint(
            "GET " + REPAIRS + "{id}",
            home -> World.paired(home).mending(),
            (who, w, _) -> who.get(REPAIRS + w.thing))
        .works(OWNER, 200, (w, a) -> is(a.body(), w))
        .works(PARTNER, 200, (w, a) -> is(a.body(), w))
        .refusedOthers(404, "not-found");
  }

  private static Row thread() {
    return Row.endpoint(
            "GET " + REPAIRS + "threads/{id}",
            home -> World.paired(home).mending(),
            (who, w, _) -> who.get(REPAIRS + "threads/" + w.thing))
        .works(OWNER, 200, (w, a) -> is(a.body().path("repairs").path(0), w))
        .works(PARTNER, 200, (w, a) -> is(a.body().path("repairs").path(0), w))
        .refusedOthers(404, "not-found");
  }

  private static void is(JsonNode view, World w) {
    assertThat(view.path("repair").asText()).isEqualTo(w.thing);
  }
}
