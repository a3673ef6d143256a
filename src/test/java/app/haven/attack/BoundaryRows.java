package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/// Boundaries: the partner may hear one and ask once; there is nothing by which they could edit or
/// refuse it.
final class BoundaryRows {
  private static final String ONE = "/api/v1/boundaries/";

  private BoundaryRows() {}

  static List<Row> commands() {
    return List.of(keep(), change(), drop(), share(), unshare(), acknowledge(), ask());
  }

  static List<Row> endpoints() {
    return List.of(
        NeedRows.shared("boundaries", "boundary", home -> World.paired(home).declaring()),
        NeedRows.one("boundaries", "boundary", home -> World.paired(home).declaring()),
        NeedRows.own("own-boundaries", "boundary", home -> World.paired(home).keepingBoundary()),
        NeedRows.ownOne(
            "own-boundaries", "boundary", home -> World.paired(home).keepingBoundary()));
  }

  private static ObjectNode about(World w) {
    return Api.data().put("boundary", w.thing);
  }

  private static Row keep() {
    return Row.command("boundary.keep", false, World::paired, w -> w.boundary(Api.id().toString()))
        .works(OWNER, 200, (w, _) -> NeedRows.forOwnerAlone(w))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row change() {
    return kept("boundary.change", w -> w.boundary(w.thing))
        .works(OWNER, 200, (w, _) -> NeedRows.forOwnerAlone(w));
  }

  private static Row kept(String kind, Function<World, ObjectNode> data) {
    return Row.command(kind, false, home -> World.paired(home).keepingBoundary(), data)
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row drop() {
    return kept("boundary.drop", BoundaryRows::about)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing));
  }

  private static Row share() {
    return Row.command(
            "boundary.share",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return w.boundary(w.thing);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> sharedBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> sharedBy(w, w.partner, w.owner));
  }

  private static void sharedBy(World w, Api author, Api other) {
    var view = view(other, w);
    assertThat(view.path("author").asText()).isEqualTo(World.id(author));
    assertThat(view.path("will").asText()).isEqualTo(w.secrets.getLast());
  }

  private static JsonNode view(Api person, World w) {
    return person.get(ONE + w.thing).expect(200).body();
  }

  private static Row unshare() {
    return ours("boundary.unshare", BoundaryRows::about)
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(view(w.partner, w).has("takenBackAt")).isTrue();
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row ours(String kind, Function<World, ObjectNode> data) {
    return Row.command(kind, true, home -> World.paired(home).declaring(), data)
        .refusedOthers(409, "not-paired");
  }

  private static Row acknowledge() {
    return ours("boundary.acknowledge", BoundaryRows::about)
        .works(PARTNER, 200, (w, _) -> assertThat(view(w.owner, w).has("acknowledgedAt")).isTrue())
        .refused(OWNER, 403, "not-yours");
  }

  private static Row ask() {
    return ours("boundary.ask", w -> about(w).put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(view(w.owner, w).path("question").asText())
                    .isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }
}
