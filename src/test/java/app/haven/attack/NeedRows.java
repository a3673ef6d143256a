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

/// Needs: what is kept is its owner's alone; what is shared can be answered and never changed by
/// the other; nobody is reminded who did not say yes.
final class NeedRows {
  private static final String ONE = "/api/v1/needs/";

  private NeedRows() {}

  static List<Row> commands() {
    return List.of(
        keep(),
        change(),
        drop(),
        share(),
        unshare(),
        answer(),
        remind(),
        remindAgree(),
        remindStop(),
        ofReminded("need.remindPause", "remindPaused"),
        ofReminded("need.remindResume", "remindResumed"));
  }

  static List<Row> endpoints() {
    return List.of(
        shared("needs", "need", home -> World.paired(home).needing()),
        one("needs", "need", home -> World.paired(home).needing()),
        own("own-needs", "need", home -> World.paired(home).keepingNeed()),
        ownOne("own-needs", "need", home -> World.paired(home).keepingNeed()));
  }

  private static ObjectNode about(World w) {
    return Api.data().put("need", w.thing);
  }

  private static Row keep() {
    return Row.command("need.keep", false, World::paired, w -> w.need(Api.id().toString()))
        .works(OWNER, 200, (w, _) -> forOwnerAlone(w))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  static void forOwnerAlone(World w) {
    assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
    assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
  }

  private static Row change() {
    return kept("need.change", w -> w.need(w.thing)).works(OWNER, 200, (w, _) -> forOwnerAlone(w));
  }

  private static Row kept(String kind, Function<World, ObjectNode> data) {
    return Row.command(kind, false, home -> World.paired(home).keepingNeed(), data)
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row drop() {
    return kept("need.drop", NeedRows::about)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing));
  }

  private static Row share() {
    return Row.command(
            "need.share",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.need(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> sharedBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> sharedBy(w, w.partner, w.owner));
  }

  private static void sharedBy(World w, Api author, Api other) {
    var view = view(other, w);
    assertThat(view.path("author").asText()).isEqualTo(World.id(author));
    assertThat(view.path("request").asText()).isEqualTo(w.secrets.getLast());
  }

  private static JsonNode view(Api person, World w) {
    return person.get(ONE + w.thing).expect(200).body();
  }

  private static Row unshare() {
    return ours("need.unshare", home -> World.paired(home).needing(), NeedRows::about)
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(view(w.partner, w).has("takenBackAt")).isTrue();
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static Row answer() {
    return ours(
            "need.answer",
            home -> World.paired(home).needing(),
            w -> about(w).put("answer", "no").put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(view(w.owner, w).path("answerWords").asText())
                    .isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  private static Row remind() {
    return ours("need.remind", home -> World.paired(home).needing(), World::reminder)
        .works(
            OWNER,
            200,
            (w, _) ->
                assertThat(view(w.partner, w).path("reminder").path("agreed").booleanValue())
                    .as("asked first")
                    .isFalse())
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row remindAgree() {
    return ours(
            "need.remindAgree",
            home -> World.paired(home).needing().reminding(),
            w -> about(w).put("reminder", w.thing))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(view(w.owner, w).path("reminder").path("agreed").booleanValue())
                    .isTrue())
        .refused(OWNER, 403, "not-yours");
  }

  private static Row remindStop() {
    return ours("need.remindStop", NeedRows::withReminder, NeedRows::about)
        .works(OWNER, 200, (w, _) -> noReminder(w))
        .works(PARTNER, 200, (w, _) -> noReminder(w));
  }

  private static World withReminder(Home home) {
    return World.paired(home).needing().reminding().reminded();
  }

  private static void noReminder(World w) {
    assertThat(view(w.owner, w).has("reminder")).isFalse();
  }

  /// For the one who is reminded alone: the owner cannot tell, and cannot do it for them.
  private static Row ofReminded(String kind, String event) {
    return Row.command(kind, false, NeedRows::withReminder, NeedRows::about)
        .works(
            PARTNER,
            200,
            (w, _) -> {
              var snapshot = w.partner.get("/api/v1/snapshot").expect(200).body();
              assertThat(snapshot.path("needReminders").path(0).has("paused"))
                  .isEqualTo(event.equals("remindPaused"));
              assertThat(w.owner.get("/api/v1/snapshot").expect(200).body().path("needReminders"))
                  .isEmpty();
            })
        .refused(OWNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  static Row shared(String list, String id, Function<Home, World> given) {
    return Row.endpoint("GET /api/v1/" + list, given, (who, _, _) -> who.get("/api/v1/" + list))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", id)).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", id)).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  static Row one(String list, String id, Function<Home, World> given) {
    return Row.endpoint(
            "GET /api/v1/" + list + "/{id}",
            given,
            (who, w, _) -> who.get("/api/v1/" + list + "/" + w.thing))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().path(id).asText()).isEqualTo(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(a.body().path(id).asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }

  static Row own(String list, String id, Function<Home, World> given) {
    return Row.endpoint("GET /api/v1/" + list, given, (who, _, _) -> who.get("/api/v1/" + list))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", id)).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
        .own(200, STRANGER, FORMER);
  }

  static Row ownOne(String list, String id, Function<Home, World> given) {
    return Row.endpoint(
            "GET /api/v1/" + list + "/{id}",
            given,
            (who, w, _) -> who.get("/api/v1/" + list + "/" + w.thing))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().path(id).asText()).isEqualTo(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }
}
