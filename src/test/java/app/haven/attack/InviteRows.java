package app.haven.attack;

import static app.haven.attack.EndpointRows.ids;
import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api.Answer;
import java.util.List;

/// Every endpoint of invitations, before the two are a couple.
final class InviteRows {
  private static final String INVITES = "/api/v1/invites";

  private InviteRows() {}

  static List<Row> all() {
    return List.of(invites(), invite(), claim(), oneInvite(), confirm(), revoke());
  }

  private static Row invites() {
    return Row.endpoint(
            "GET " + INVITES, home -> World.apart(home).invited(), (who, _, _) -> who.get(INVITES))
        .works(OWNER, 200, (w, a) -> assertThat(ids(a, "items", "id")).containsExactly(w.thing))
        .works(PARTNER, 200, (w, a) -> assertThat(ids(a, "items", "id")).containsExactly(w.thing))
        .own(200, STRANGER, FORMER);
  }

  private static Row invite() {
    return Row.endpoint("POST " + INVITES, World::apart, (who, _, _) -> who.post(INVITES, null))
        .works(
            OWNER,
            201,
            (w, a) -> {
              assertThat(World.everything(w.owner)).contains(a.body().path("id").asText());
              // The code is told this once.
              assertThat(World.everything(w.owner)).doesNotContain(a.body().path("code").asText());
            })
        .own(201, PARTNER, FORMER)
        .refused(STRANGER, 409, "conflict");
  }

  private static Row claim() {
    return Row.endpoint(
            "POST " + INVITES + "/claim",
            home -> {
              var world = World.apart(home);
              world.secrets.add(world.inviting());
              return world;
            },
            (who, w, _) -> World.claim(who, w.secrets.getLast()))
        .works(PARTNER, 200, InviteRows::claimed)
        // Whoever was told the code may claim; only the inviter's confirmation makes a couple.
        .works(FORMER, 200, InviteRows::claimed)
        .refused(OWNER, 404, "not-found")
        .refused(STRANGER, 409, "conflict");
  }

  private static void claimed(World w, Answer answer) {
    var invite = w.owner.get(INVITES + "/" + w.thing).expect(200).body();
    assertThat(invite.path("state").asText()).isEqualTo("claimed");
    assertThat(w.owner.get("/api/v1/me").body().path("couple").isNull()).isTrue();
  }

  private static Row oneInvite() {
    return Row.endpoint(
            "GET " + INVITES + "/{id}",
            home -> World.apart(home).invited(),
            (who, w, _) -> who.get(INVITES + "/" + w.thing))
        .works(
            OWNER, 200, (_, a) -> assertThat(a.body().path("role").asText()).isEqualTo("inviter"))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.body().path("role").asText()).isEqualTo("claimant"))
        .refusedOthers(404, "not-found");
  }

  private static Row confirm() {
    return Row.endpoint(
            "POST " + INVITES + "/{id}/confirm",
            home -> World.apart(home).invited(),
            (who, w, _) -> who.post(INVITES + "/" + w.thing + "/confirm", null))
        .works(
            OWNER,
            200,
            (w, a) ->
                assertThat(w.partner.get("/api/v1/me").body().path("couple").path("id"))
                    .isEqualTo(a.body().path("coupleId")))
        .refused(PARTNER, 403, "not-yours")
        .refusedOthers(404, "not-found");
  }

  private static Row revoke() {
    return Row.endpoint(
            "DELETE " + INVITES + "/{id}",
            home -> World.apart(home).invited(),
            (who, w, _) -> who.delete(INVITES + "/" + w.thing))
        .works(
            OWNER, 204, (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.thing))
        .works(
            PARTNER, 204, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refusedOthers(404, "not-found");
  }
}
