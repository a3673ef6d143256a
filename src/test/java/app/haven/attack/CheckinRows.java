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

/// How each of the two is today, and the words they keep at hand.
final class CheckinRows {
  private CheckinRows() {}

  static List<Row> commands() {
    return List.of(tell(), answer(), withdraw(), keep(), drop());
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static Row tell() {
    return ours(
            "checkin.tell",
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return told(w);
            })
        .works(OWNER, 200, (w, _) -> stands(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> stands(w, w.partner, w.owner));
  }

  private static ObjectNode thing(World w) {
    return Api.data().put("checkin", w.thing);
  }

  private static ObjectNode told(World w) {
    return thing(w).put("feeling", w.canary()).put("need", "time").put("words", w.canary());
  }

  private static void stands(World w, Api teller, Api other) {
    var read = newest(other);
    assertThat(read.path("teller").asText()).isEqualTo(World.id(teller));
    assertThat(read.path("words").asText()).isEqualTo(w.secrets.getLast());
  }

  private static JsonNode newest(Api person) {
    return person.get("/api/v1/checkins").expect(200).body().path("items").path(0);
  }

  private static World telling(Home home) {
    var world = World.paired(home);
    world.thing = Api.id().toString();
    world.secrets.add(world.thing);
    world.owner.command(world.couple, "checkin.tell", told(world)).expect(200);
    return world;
  }

  private static Row answer() {
    return ours(
            "checkin.answer",
            CheckinRows::telling,
            w -> thing(w).put("offer", "affection").put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(newest(w.owner).path("answerWords").asText())
                    .isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  private static Row withdraw() {
    return ours("checkin.withdraw", CheckinRows::telling, CheckinRows::thing)
        .works(OWNER, 200, (w, _) -> assertThat(newest(w.partner).has("feeling")).isFalse())
        .refused(PARTNER, 403, "not-yours");
  }

  /// What somebody keeps at hand does not exist for anybody else.
  private static Row keep() {
    return Row.command(
            "favourite.keep",
            false,
            World::paired,
            w -> Api.data().put("favourite", Api.id().toString()).put("words", w.canary()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row drop() {
    return Row.command(
            "favourite.drop",
            false,
            home -> {
              var world = World.paired(home);
              world.thing = Api.id().toString();
              world.secrets.add(world.thing);
              var kept = favourite(world).put("words", world.canary());
              world.owner.command(null, "favourite.keep", kept).expect(200);
              return world;
            },
            CheckinRows::favourite)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static ObjectNode favourite(World w) {
    return Api.data().put("favourite", w.thing);
  }

  static List<Row> endpoints() {
    return List.of(
        Row.endpoint(
                "GET /api/v1/checkins",
                CheckinRows::telling,
                (who, _, _) -> who.get("/api/v1/checkins"))
            .works(OWNER, 200, (w, a) -> listed(w, a.body()))
            .works(PARTNER, 200, (w, a) -> listed(w, a.body()))
            .own(200, STRANGER, FORMER));
  }

  private static void listed(World w, JsonNode page) {
    assertThat(page.path("items").findValuesAsText("checkin")).containsExactly(w.thing);
  }
}
