package app.haven.pairing;

import static app.haven.pairing.Steps.claim;
import static app.haven.pairing.Steps.code;
import static app.haven.pairing.Steps.confirm;
import static app.haven.pairing.Steps.id;
import static app.haven.pairing.Steps.invite;
import static app.haven.pairing.Steps.race;
import static app.haven.pairing.Steps.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From two people to a couple and back.
class PairingIT {
  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("pairing", Map.of());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @Test
  void inviteClaimAndConfirmMakeACouple() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    var invite = invite(alex);
    assertThat(code(invite)).matches("[0-9A-HJKMNP-TV-Z]{12}");

    var claimed =
        claim(sam, code(invite).toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1-")).expect(200);
    assertThat(id(claimed.body())).isEqualTo(id(invite));
    assertThat(claimed.body().at("/inviter/displayName").asText()).isEqualTo("Alex");

    var seen = alex.get("/api/v1/invites/" + id(invite)).expect(200).body();
    assertThat(seen.path("state").asText()).isEqualTo("claimed");
    assertThat(seen.at("/claimant/displayName").asText()).isEqualTo("Sam");
    assertThat(alex.get("/api/v1/invites").body().at("/items/0")).isEqualTo(seen);

    var couple = confirm(alex, invite).expect(200).body().path("coupleId").asText();
    assertThat(confirm(alex, invite).expect(200).body().path("coupleId").asText())
        .isEqualTo(couple);
    for (var one : List.of(alex, sam)) {
      var me = one.get("/api/v1/me").expect(200).body();
      assertThat(me.at("/couple/id").asText()).isEqualTo(couple);
      assertThat(me.at("/couple/partner/displayName").asText())
          .isEqualTo(one == alex ? "Sam" : "Alex");
      assertThat(me.at("/couple/partner").properties()).hasSize(3);
    }
    alex.command(couple, "signal.send", Api.data().put("signal", "slower")).expect(200);
  }

  @Test
  void bothDevicesHearOfEveryStep() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    try (var one = Device.following(alex);
        var other = Device.following(sam)) {
      var invite = invite(alex);
      claim(sam, code(invite)).expect(200);
      for (var device : List.of(one, other)) {
        var changed = device.event("invite.changed");
        assertThat(changed.path("by").isNull()).isTrue();
        assertThat(changed.at("/data/invite").asText()).isEqualTo(id(invite));
        assertThat(changed.at("/data/state").asText()).isEqualTo("claimed");
      }
      var couple = confirm(alex, invite).expect(200).body().path("coupleId").asText();
      for (var device : List.of(one, other)) {
        assertThat(device.event("couple.opened").at("/data/couple").asText()).isEqualTo(couple);
      }
      sam.delete("/api/v1/couple").expect(204);
      for (var device : List.of(one, other)) {
        assertThat(device.event("couple.closed").at("/data/couple").asText()).isEqualTo(couple);
      }
    }
  }

  @Test
  void onlyTheInviterConfirmsAndOnlyTheTwoSee() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    var kim = home.newcomer("Kim");
    var invite = invite(alex);
    confirm(alex, invite).expect(409);
    claim(sam, code(invite)).expect(200);
    assertThat(confirm(sam, invite).expect(403).code()).isEqualTo("not-yours");
    var unknown = kim.get("/api/v1/invites/" + UUID.randomUUID()).expect(404).raw().body();
    assertThat(kim.get("/api/v1/invites/" + id(invite)).expect(404).raw().body())
        .isEqualTo(unknown);
    assertThat(confirm(kim, invite).expect(404).raw().body()).isEqualTo(unknown);
    kim.delete("/api/v1/invites/" + id(invite)).expect(404);
    confirm(alex, invite).expect(200);
  }

  @Test
  void eitherMayWithdrawUntilTheConfirmation() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    for (var withdrawing : List.of(alex, sam)) {
      var invite = invite(alex);
      claim(sam, code(invite)).expect(200);
      withdrawing.delete("/api/v1/invites/" + id(invite)).expect(204);
      withdrawing.delete("/api/v1/invites/" + id(invite)).expect(204);
      assertThat(confirm(alex, invite).expect(409).body().at("/stands/state").asText())
          .isEqualTo("revoked");
      var turnedAway = sam.get("/api/v1/invites/" + id(invite)).expect(200).body();
      assertThat(turnedAway.path("inviter").isNull()).isTrue();
    }
    var invite = invite(alex);
    claim(sam, code(invite)).expect(200);
    confirm(alex, invite).expect(200);
    assertThat(sam.delete("/api/v1/invites/" + id(invite)).expect(409).code())
        .isEqualTo("conflict");
  }

  @Test
  void aRaceOfConfirmingTwoCouplesHasOneWinner() {
    for (int round = 0; round < 5; round++) {
      var alex = home.newcomer("Alex");
      var one = invite(alex);
      var other = invite(alex);
      claim(home.newcomer("Sam"), code(one)).expect(200);
      claim(home.newcomer("Kim"), code(other)).expect(200);
      var answers = race(List.of(() -> confirm(alex, one), () -> confirm(alex, other)));
      assertThat(with(answers, 200)).hasSize(1);
      assertThat(with(answers, 409)).extracting(Answer::code).containsExactly("conflict");
    }
  }

  @Test
  void aRaceOfBeingConfirmedInTwoCouplesHasOneWinner() {
    for (int round = 0; round < 5; round++) {
      var alex = home.newcomer("Alex");
      var kim = home.newcomer("Kim");
      var sam = home.newcomer("Sam");
      var one = invite(alex);
      var other = invite(kim);
      claim(sam, code(one)).expect(200);
      claim(sam, code(other)).expect(200);
      var answers = race(List.of(() -> confirm(alex, one), () -> confirm(kim, other)));
      assertThat(with(answers, 200)).hasSize(1);
      assertThat(with(answers, 409)).extracting(Answer::code).containsExactly("conflict");
    }
  }

  @Test
  void aRaceOfTheTwoInvitingEachOtherMakesOneCouple() {
    for (int round = 0; round < 5; round++) {
      var alex = home.newcomer("Alex");
      var sam = home.newcomer("Sam");
      var one = invite(alex);
      var other = invite(sam);
      claim(sam, code(one)).expect(200);
      claim(alex, code(other)).expect(200);
      var answers = race(List.of(() -> confirm(alex, one), () -> confirm(sam, other)));
      assertThat(with(answers, 200)).hasSize(1);
    }
  }

  @Test
  void whoIsInACoupleNeitherInvitesNorClaims() {
    var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    var other = invite(home.newcomer("Kim"));
    assertThat(pair.first().post("/api/v1/invites", null).expect(409).code()).isEqualTo("conflict");
    assertThat(claim(pair.second(), code(other)).expect(409).code()).isEqualTo("conflict");
  }

  @Test
  void pairingEndsTheOtherInvitesOfBoth() {
    var alex = home.newcomer("Alex");
    var kim = home.newcomer("Kim");
    var waiting = invite(alex);
    claim(kim, code(waiting)).expect(200);
    try (var device = Device.following(kim)) {
      Pair.make(alex, home.newcomer("Sam"));
      var changed = device.event("invite.changed");
      assertThat(changed.at("/data/invite").asText()).isEqualTo(id(waiting));
      assertThat(changed.at("/data/state").asText()).isEqualTo("revoked");
    }
    assertThat(kim.get("/api/v1/invites").body().path("items")).isEmpty();
  }

  @Test
  void leavingIsOneSidedAndAtOnce() {
    var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    pair.first().delete("/api/v1/couple").expect(204);
    for (var one : List.of(pair.first(), pair.second())) {
      assertThat(one.get("/api/v1/me").body().path("couple").isNull()).isTrue();
      var late = one.command(pair.couple(), "signal.send", Api.data().put("signal", "slower"));
      assertThat(late.expect(409).code()).isEqualTo("not-paired");
      assertThat(one.get("/api/v1/snapshot").expect(200).body().at("/streams/ours").isMissingNode())
          .isTrue();
      assertThat(one.delete("/api/v1/couple").expect(409).code()).isEqualTo("not-paired");
    }
    var again = Pair.make(pair.first(), pair.second());
    assertThat(again.couple()).isNotEqualTo(pair.couple());
    var ours = pair.first().get("/api/v1/snapshot").body().at("/streams/ours/seq");
    assertThat(ours.asLong()).isZero();
  }

  @Test
  void bothMayLeaveAtTheSameMoment() {
    for (int round = 0; round < 5; round++) {
      var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
      var answers =
          race(
              List.of(
                  () -> pair.first().delete("/api/v1/couple"),
                  () -> pair.second().delete("/api/v1/couple")));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    }
  }
}
