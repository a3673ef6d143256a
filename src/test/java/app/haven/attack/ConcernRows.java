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

/// Concerns: nobody changes, shortens or forbids the other's, and a draft is its author's alone.
final class ConcernRows {
  private static final String ONE = "/api/v1/concerns/";

  private ConcernRows() {}

  static List<Row> commands() {
    return List.of(
        keep(),
        discard(),
        raise(),
        open(),
        hear(),
        needTime(),
        ofAuthor("concern.close", w -> about(w).put("how", "enough"), "closed"),
        withdraw());
  }

  static List<Row> endpoints() {
    return List.of(concerns(), concern(), drafts());
  }

  private static ObjectNode about(World w) {
    return Api.data().put("concern", w.thing);
  }

  private static Row keep() {
    return Row.command("concern.keep", false, World::paired, w -> w.concern(Api.id().toString()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row discard() {
    return Row.command(
            "concern.discard",
            false,
            home -> World.paired(home).draftingConcern(),
            ConcernRows::about)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row raise() {
    return Row.command(
            "concern.raise",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.concern(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> raisedBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> raisedBy(w, w.partner, w.owner));
  }

  private static void raisedBy(World w, Api author, Api other) {
    var view = view(other, w);
    assertThat(view.path("author").asText()).isEqualTo(World.id(author));
    assertThat(view.path("request").asText()).isEqualTo(w.secrets.getLast());
  }

  private static JsonNode view(Api person, World w) {
    return person.get(ONE + w.thing).expect(200).body();
  }

  private static Row open() {
    return Row.command(
            "concern.open", true, home -> World.paired(home).parking(), ConcernRows::about)
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "open"))
        .refused(PARTNER, 403, "not-yours");
  }

  private static void stateIs(World w, String state) {
    assertThat(view(w.partner, w).path("state").asText()).isEqualTo(state);
    assertThat(view(w.owner, w)).isEqualTo(view(w.partner, w));
  }

  private static Row hear() {
    return ofPartner("concern.hear", w -> about(w).put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(view(w.owner, w).path("heard").path(0).path("words").asText())
                    .isEqualTo(w.secrets.getLast()));
  }

  private static Row needTime() {
    return ofPartner(
            "concern.needTime",
            w -> about(w).put("until", Instant.now().plus(Duration.ofHours(1)).toString()))
        .works(PARTNER, 200, (w, _) -> assertThat(view(w.owner, w).has("needsTimeUntil")).isTrue());
  }

  private static Row ofPartner(String kind, Function<World, ObjectNode> data) {
    return Row.command(kind, true, home -> World.paired(home).raising(), data)
        .refusedOthers(409, "not-paired")
        .refused(OWNER, 403, "not-yours");
  }

  /// The partner can do none of this to it.
  private static Row ofAuthor(String kind, Function<World, ObjectNode> data, String state) {
    return Row.command(kind, true, home -> World.paired(home).raising(), data)
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, state))
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row withdraw() {
    return Row.command(
            "concern.withdraw", true, home -> World.paired(home).raising(), ConcernRows::about)
        .refusedOthers(409, "not-paired")
        .works(
            OWNER,
            200,
            (w, _) -> {
              stateIs(w, "withdrawn");
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row concerns() {
    return Row.endpoint(
            "GET /api/v1/concerns",
            home -> World.paired(home).raising(),
            (who, _, _) -> who.get("/api/v1/concerns"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "concern")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "concern")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row concern() {
    return Row.endpoint(
            "GET /api/v1/concerns/{id}",
            home -> World.paired(home).raising(),
            (who, w, _) -> who.get(ONE + w.thing))
        .works(
            OWNER, 200, (w, a) -> assertThat(a.body().path("concern").asText()).isEqualTo(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(a.body().path("concern").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }

  private static Row drafts() {
    return Row.endpoint(
            "GET /api/v1/concern-drafts",
            home -> World.paired(home).draftingConcern(),
            (who, _, _) -> who.get("/api/v1/concern-drafts"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "concern")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
        .own(200, STRANGER, FORMER);
  }
}
