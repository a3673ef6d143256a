package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A care card is its owner's, to write, to show and to hide.
final class CarecardRows {
  private CarecardRows() {}

  static List<Row> commands() {
    return List.of(keep(), clear(), share(), revoke());
  }

  static List<Row> endpoints() {
    return List.of(own(), shared());
  }

  private static ObjectNode helps() {
    return Api.data().put("section", "helps");
  }

  private static World keeping(Home home) {
    var world = World.paired(home);
    var words = helps().put("words", world.canary());
    world.owner.command(null, "carecard.keep", words).expect(200);
    return world;
  }

  private static World sharing(Home home) {
    var world = World.paired(home);
    world.thing = Api.id().toString();
    world.secrets.add(world.thing);
    var words = helps().put("share", world.thing).put("words", world.canary());
    world.owner.command(world.couple, "carecard.share", words).expect(200);
    return world;
  }

  private static Row keep() {
    return Row.command("carecard.keep", false, World::paired, w -> helps().put("words", w.canary()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row clear() {
    return Row.command("carecard.clear", false, CarecardRows::keeping, _ -> helps())
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.secrets.getLast()))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row share() {
    return Row.command(
            "carecard.share",
            true,
            World::paired,
            w -> helps().put("share", Api.id().toString()).put("words", w.canary()))
        .works(OWNER, 200, (w, _) -> reads(w, w.partner))
        .works(PARTNER, 200, (w, _) -> reads(w, w.owner))
        .refusedOthers(409, "not-paired");
  }

  private static void reads(World w, Api other) {
    assertThat(other.get("/api/v1/care-card/shared").expect(200).raw().body())
        .contains(w.secrets.getLast());
  }

  private static Row revoke() {
    return Row.command(
            "carecard.revoke", true, CarecardRows::sharing, w -> Api.data().put("share", w.thing))
        .works(
            OWNER, 200, (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.thing))
        .refused(PARTNER, 403, "not-yours")
        .refusedOthers(409, "not-paired");
  }

  private static Row own() {
    return Row.endpoint(
            "GET /api/v1/care-card",
            CarecardRows::keeping,
            (who, _, _) -> who.get("/api/v1/care-card"))
        .works(OWNER, 200, (w, a) -> assertThat(a.raw().body()).contains(w.secrets.getLast()))
        .works(PARTNER, 200, (_, a) -> assertThat(a.raw().body()).isEqualTo("[]"))
        .own(200, STRANGER, FORMER);
  }

  private static Row shared() {
    return Row.endpoint(
            "GET /api/v1/care-card/shared",
            CarecardRows::sharing,
            (who, _, _) -> who.get("/api/v1/care-card/shared"))
        .works(OWNER, 200, (w, a) -> assertThat(a.raw().body()).contains(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(a.raw().body()).contains(w.thing))
        .own(200, STRANGER, FORMER);
  }
}
