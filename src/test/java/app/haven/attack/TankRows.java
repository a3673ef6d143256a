package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/// The tank: what somebody keeps for themselves does not exist for anybody else.
final class TankRows {
  private TankRows() {}

  static List<Row> commands() {
    return List.of(
        keep(),
        known(
            "tank.letGo", (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing)),
        known("tank.raise", (w, _) -> assertThat(World.everything(w.owner)).contains("raisedAt")));
  }

  private static ObjectNode resentment(String id) {
    return Api.data().put("resentment", id);
  }

  private static Row keep() {
    return Row.command(
            "tank.keep",
            false,
            World::paired,
            w -> resentment(Api.id().toString()).put("words", w.canary()).put("about", w.canary()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row known(String kind, BiConsumer<World, Api.Answer> effect) {
    return Row.command(
            kind,
            false,
            home -> {
              var world = World.paired(home);
              world.thing = Api.id().toString();
              world.secrets.add(world.thing);
              var kept = resentment(world.thing).put("words", world.canary());
              world.owner.command(null, "tank.keep", kept).expect(200);
              return world;
            },
            w -> resentment(w.thing))
        .works(OWNER, 200, effect)
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }
}
