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

/// The gratitude lists: the shared one, and the own one that to the other does not exist.
final class GratitudeRows {
  private static final String LIST = "/api/v1/gratitudes";
  private static final String NOTHING = "{\"items\":[],\"next\":null}";

  private GratitudeRows() {}

  static List<Row> commands() {
    return List.of(add(), thank(), edit(), pin("gratitude.pin"), pin("gratitude.unpin"), erase());
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static Row add() {
    return ours(
            "gratitude.add",
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return entry(w);
            })
        .works(OWNER, 200, (w, _) -> stands(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> stands(w, w.partner, w.owner));
  }

  private static ObjectNode entry(World w) {
    return thing(w).put("what", w.canary()).put("meaning", w.canary());
  }

  private static ObjectNode thing(World w) {
    return Api.data().put("gratitude", w.thing);
  }

  /// What the author just wrote is what the other reads.
  private static void stands(World w, Api author, Api other) {
    var read = one(w, other);
    assertThat(read.path("by").asText()).isEqualTo(World.id(author));
    assertThat(read.path("meaning").asText()).isEqualTo(w.secrets.getLast());
    assertThat(one(w, author)).isEqualTo(read);
  }

  private static JsonNode one(World w, Api person) {
    return person.get(LIST + "/" + w.thing).expect(200).body();
  }

  private static Row thank() {
    return ours(
            "gratitude.thank",
            home -> World.paired(home).grateful(),
            w -> thing(w).put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(one(w, w.owner).path("thanks").asText()).isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  private static Row edit() {
    return ours("gratitude.edit", home -> World.paired(home).grateful(), GratitudeRows::entry)
        .works(OWNER, 200, (w, _) -> stands(w, w.owner, w.partner))
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row pin(String kind) {
    return ours(
            kind,
            home -> {
              var world = World.paired(home).grateful();
              if (kind.equals("gratitude.unpin")) {
                world.owner.command(world.couple, "gratitude.pin", thing(world)).expect(200);
              }
              return world;
            },
            GratitudeRows::thing)
        .works(OWNER, 200, (w, _) -> pinned(w, w.partner, kind))
        .works(PARTNER, 200, (w, _) -> pinned(w, w.owner, kind));
  }

  private static void pinned(World w, Api other, String kind) {
    assertThat(one(w, other).path("pinned").asBoolean()).isEqualTo(kind.equals("gratitude.pin"));
  }

  /// The partner, who only tapped a thank you, has no words there to take back.
  private static Row erase() {
    return ours("gratitude.erase", home -> World.paired(home).grateful(), GratitudeRows::thing)
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(one(w, w.partner).path("what").isNull()).isTrue();
              assertThat(Canary.in(World.everything(w.partner), w.secrets.subList(6, 8))).isEmpty();
            })
        .refused(PARTNER, 403, "not-yours");
  }

  static List<Row> endpoints() {
    return List.of(list(), one(), today(), search());
  }

  private static Row list() {
    return Row.endpoint(
            "GET /api/v1/gratitudes",
            home -> World.paired(home).grateful(),
            (who, _, _) -> who.get(LIST))
        .works(OWNER, 200, (w, a) -> listed(w, a.body()))
        .works(PARTNER, 200, (w, a) -> listed(w, a.body()))
        .own(200, STRANGER, FORMER);
  }

  private static void listed(World w, JsonNode page) {
    assertThat(page.path("items").findValuesAsText("gratitude")).containsExactly(w.thing);
  }

  /// One of the own list: to the partner it does not exist.
  private static Row one() {
    return Row.endpoint(
            "GET /api/v1/gratitudes/{id}",
            home -> World.paired(home).gratefulAlone(),
            (who, w, _) -> who.get(LIST + "/" + w.thing))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().path("private").asBoolean()).isTrue())
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row today() {
    return Row.endpoint(
            "GET /api/v1/gratitudes/today",
            home -> World.paired(home).gratefulAlone(),
            (who, _, _) -> who.get(LIST + "/today"))
        .works(OWNER, 200, (_, a) -> assertThat(a.body().has("until")).isTrue())
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row search() {
    return Row.endpoint(
            "POST /api/v1/gratitudes/search",
            home -> World.paired(home).gratefulAlone(),
            (who, _, _) -> who.post(LIST + "/search", Api.data().put("words", "canary")))
        .works(OWNER, 200, (w, a) -> listed(w, a.body()))
        .works(PARTNER, 200, (_, a) -> assertThat(a.raw().body()).isEqualTo(NOTHING))
        .own(200, STRANGER, FORMER);
  }
}
