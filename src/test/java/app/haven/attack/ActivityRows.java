package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Doing something together: nobody answers for the other, takes their time, or holds them in it.
final class ActivityRows {
  private static final String ONE = "/api/v1/activities/";

  private ActivityRows() {}

  static List<Row> commands() {
    return List.of(offer(), answer(), pass(), end());
  }

  static List<Row> endpoints() {
    return List.of(list(), one());
  }

  private static ObjectNode about(World w) {
    return Api.data().put("activity", w.thing);
  }

  private static Row offer() {
    return Row.command(
            "activity.offer",
            true,
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return about(w).put("which", "good_moments");
            })
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "offered"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "offered"));
  }

  private static void stateIs(World w, String state) {
    var view = w.owner.get(ONE + w.thing).expect(200).body();
    assertThat(view.path("state").asText()).isEqualTo(state);
    assertThat(w.partner.get(ONE + w.thing).expect(200).body()).isEqualTo(view);
  }

  private static Row answer() {
    return Row.command(
            "activity.answer",
            true,
            home -> World.paired(home).offeringActivity(),
            w -> about(w).put("answer", "yes"))
        .refusedOthers(409, "not-paired")
        .refused(OWNER, 403, "not-yours")
        .works(PARTNER, 200, (w, _) -> stateIs(w, "running"));
  }

  /// The first step is the owner's, who offered it.
  private static Row pass() {
    return Row.command(
            "activity.pass",
            true,
            home -> World.paired(home).doingTogether(),
            w -> about(w).put("step", 1))
        .refusedOthers(409, "not-paired")
        .refused(PARTNER, 403, "not-yours")
        .works(
            OWNER,
            200,
            (w, _) ->
                assertThat(w.partner.get(ONE + w.thing).expect(200).body().path("step").intValue())
                    .isEqualTo(2));
  }

  private static Row end() {
    return Row.command(
            "activity.end", true, home -> World.paired(home).doingTogether(), ActivityRows::about)
        .refusedOthers(409, "not-paired")
        .works(OWNER, 200, (w, _) -> stateIs(w, "over"))
        .works(PARTNER, 200, (w, _) -> stateIs(w, "over"));
  }

  private static Row list() {
    return Row.endpoint(
            "GET /api/v1/activities",
            home -> World.paired(home).offeringActivity(),
            (who, _, _) -> who.get("/api/v1/activities"))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "activity")).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", "activity")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row one() {
    return Row.endpoint(
            "GET /api/v1/activities/{id}",
            home -> World.paired(home).offeringActivity(),
            (who, w, _) -> who.get(ONE + w.thing))
        .works(
            OWNER, 200, (w, a) -> assertThat(a.body().path("activity").asText()).isEqualTo(w.thing))
        .works(
            PARTNER,
            200,
            (w, a) -> assertThat(a.body().path("activity").asText()).isEqualTo(w.thing))
        .refusedOthers(404, "not-found");
  }
}
