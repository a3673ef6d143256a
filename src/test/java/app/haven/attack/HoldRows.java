package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Holds: on oneself alone, shown or not as their owner wishes.
final class HoldRows {
  private HoldRows() {}

  static List<Row> commands() {
    return List.of(place(), lift(), share(), unshare());
  }

  private static ObjectNode about(World w) {
    return Api.data().put("hold", w.thing);
  }

  private static ObjectNode hold(String id, World w) {
    return Api.data()
        .put("hold", id)
        .put("until", Instant.now().plus(Duration.ofDays(2)).toString())
        .put("words", w.canary());
  }

  private static World given(World world, String kind, boolean ours) {
    world.thing = Api.id().toString();
    world.secrets.add(world.thing);
    var couple = ours ? world.couple : null;
    world.owner.command(couple, kind, hold(world.thing, world)).expect(200);
    return world;
  }

  private static Row place() {
    return Row.command("hold.place", false, World::paired, w -> hold(Api.id().toString(), w))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row lift() {
    return Row.command(
            "hold.lift",
            false,
            home -> given(World.paired(home), "hold.place", false),
            HoldRows::about)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row share() {
    return Row.command("hold.share", true, World::paired, w -> hold(Api.id().toString(), w))
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> shownBy(w, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> shownBy(w, w.partner, w.owner));
  }

  private static void shownBy(World w, Api owner, Api other) {
    var shown = other.get("/api/v1/snapshot").expect(200).body().path("sharedHolds").path(0);
    assertThat(shown.path("owner").asText()).isEqualTo(World.id(owner));
    assertThat(shown.path("words").asText()).isEqualTo(w.secrets.getLast());
  }

  private static Row unshare() {
    return Row.command(
            "hold.unshare",
            true,
            home -> given(World.paired(home), "hold.share", true),
            HoldRows::about)
        .refusedOthers(409, "not-paired")
        .works(
            OWNER, 200, (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.thing))
        .refused(PARTNER, 403, "not-yours");
  }
}
