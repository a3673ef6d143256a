package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Promises: nobody asks for one, changes it or ends it in the other's name.
final class PromiseRows {
  private static final String ONE = "/api/v1/promises/";

  private PromiseRows() {}

  static List<Row> commands() {
    return List.of(
        make(),
        ofMaker(
            "promise.change",
            w -> w.promise(w.thing).put("due", Instant.now().plus(Duration.ofDays(2)).toString()),
            "open"),
        ofMaker("promise.keep", PromiseRows::about, "kept"),
        ofMaker("promise.letGo", w -> about(w).put("words", w.canary()), "let_go"),
        thank());
  }

  private static ObjectNode about(World w) {
    return Api.data().put("promise", w.thing);
  }

  private static JsonNode view(Api person, World w) {
    return person.get(ONE + w.thing).expect(200).body();
  }

  private static Row make() {
    return Row.command(
            "promise.make",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.promise(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> madeBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> madeBy(w, w.partner, w.owner));
  }

  private static void madeBy(World w, Api maker, Api other) {
    var view = view(other, w);
    assertThat(view.path("maker").asText()).isEqualTo(World.id(maker));
    assertThat(view.path("versions").path(0).path("words").asText()).isEqualTo(w.secrets.getLast());
  }

  private static Row ofMaker(String kind, Function<World, ObjectNode> data, String state) {
    return Row.command(kind, true, home -> World.paired(home).promising(), data)
        .refusedOthers(409, "not-paired")
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(view(w.partner, w).path("state").asText()).isEqualTo(state);
              assertThat(view(w.owner, w)).isEqualTo(view(w.partner, w));
            })
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row thank() {
    return Row.command(
            "promise.thank",
            true,
            home -> {
              var world = World.paired(home).promising();
              world.owner.command(world.couple, "promise.keep", about(world)).expect(200);
              return world;
            },
            w -> about(w).put("words", w.canary()))
        .refusedOthers(409, "not-paired")
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(view(w.owner, w).path("thanks").asText()).isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  static List<Row> endpoints() {
    return List.of(promises(), promise());
  }

  private static Row promises() {
    return Row.endpoint(
            "GET /api/v1/promises",
            home -> World.paired(home).promising(),
            (who, _, _) -> who.get("/api/v1/promises"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "promise")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "promise")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row promise() {
    return Row.endpoint(
            "GET /api/v1/promises/{id}",
            home -> World.paired(home).promising(),
            (who, w, _) -> who.get(ONE + w.thing))
        .works(
            OWNER, 200, (w, a) -> assertThat(a.body().path("promise").asText()).isEqualTo(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(a.body().path("promise").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }
}
