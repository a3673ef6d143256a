package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A time with the phones down: nobody says yes for the other, and nobody holds the other in it.
final class PhonesDownRows {
  private static final String ONE = "/api/v1/phones-down/";

  private PhonesDownRows() {}

  static List<Row> commands() {
    return List.of(propose(), accept(), notNow(), end(), withdraw());
  }

  static List<Row> endpoints() {
    return List.of(list(), one());
  }

  private static ObjectNode about(World w) {
    return Api.data().put("slot", w.thing);
  }

  private static void stateIs(World w, String state) {
    var view = w.owner.get(ONE + w.thing).expect(200).body();
    assertThat(view.path("state").asText()).isEqualTo(state);
    assertThat(w.partner.get(ONE + w.thing).expect(200).body()).isEqualTo(view);
  }

  private static Row propose() {
    return Row.command(
            "phonesDown.propose",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return about(w).put("minutes", 30);
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "proposed"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "proposed"));
  }

  private static Row accept() {
    return Row.command(
            "phonesDown.accept",
            true,
            home -> World.paired(home).proposingPhonesDown(),
            PhonesDownRows::about)
        .refusedOthers(409, "not-paired")
        .refused(OWNER, 403, "not-yours")
        .works(PARTNER, 200, (w, _) -> stateIs(w, "running"));
  }

  private static Row notNow() {
    return Row.command(
            "phonesDown.notNow",
            true,
            home -> World.paired(home).proposingPhonesDown(),
            PhonesDownRows::about)
        .refusedOthers(409, "not-paired")
        .refused(OWNER, 403, "not-yours")
        .works(PARTNER, 200, (w, _) -> stateIs(w, "over"));
  }

  private static Row end() {
    return Row.command(
            "phonesDown.end", true, home -> World.paired(home).phonesDown(), PhonesDownRows::about)
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "over"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "over"));
  }

  private static Row withdraw() {
    return Row.command(
            "phonesDown.withdraw",
            true,
            home -> World.paired(home).proposingPhonesDown(),
            PhonesDownRows::about)
        .refusedOthers(409, "not-paired")
        .refused(PARTNER, 403, "not-yours")
        .works(OWNER, 200, (w, _) -> stateIs(w, "over"));
  }

  private static Row list() {
    return Row.endpoint(
            "GET /api/v1/phones-down",
            home -> World.paired(home).proposingPhonesDown(),
            (who, _, _) -> who.get("/api/v1/phones-down"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "slot")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "slot")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row one() {
    return Row.endpoint(
            "GET /api/v1/phones-down/{id}",
            home -> World.paired(home).proposingPhonesDown(),
            (who, w, _) -> who.get(ONE + w.thing))
        .works(OWNER, 200, (w, a) -> assertThat(a.body().path("slot").asText()).isEqualTo(w.thing))
        .works(
            PARTNER, 200, (w, a) -> assertThat(a.body().path("slot").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }
}
