package app.haven.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  private static Api person(String name) {
    var person = home.person(name + "-" + UUID.randomUUID());
    person.patch("/api/v1/me", Api.data().put("displayName", name)).expect(200);
    return person;
  }

  private static JsonNode invite(Api inviter) {
    return inviter.post("/api/v1/invites", null).expect(201).body();
  }

  private static Answer claim(Api claimant, String code) {
    return claimant.post("/api/v1/invites/claim", Api.data().put("code", code));
  }

  private static Answer confirm(Api inviter, JsonNode invite) {
    return inviter.post("/api/v1/invites/" + id(invite) + "/confirm", null);
  }

  private static String id(JsonNode invite) {
    return invite.path("id").asText();
  }

  private static String code(JsonNode invite) {
    return invite.path("code").asText();
  }

  /// All at once, as far as a machine can.
  private static List<Answer> race(List<Supplier<Answer>> askers) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = askers.stream().map(a -> CompletableFuture.supplyAsync(a, threads)).toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private static List<Answer> with(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }

  @Test
  void inviteClaimAndConfirmMakeACouple() {
    var alex = person("Alex");
    var sam = person("Sam");
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
    var alex = person("Alex");
    var sam = person("Sam");
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
  void everyCodeThatDoesNotFitGetsTheSameAnswer() {
    var alex = person("Alex");
    var sam = person("Sam");
    var kim = person("Kim");
    var own = invite(alex);
    var used = invite(alex);
    claim(sam, code(used)).expect(200);
    var revoked = invite(sam);
    sam.delete("/api/v1/invites/" + id(revoked)).expect(204);
    var ofSomeonePaired = invite(kim);
    var lee = person("Lee");
    Pair.make(kim, lee);

    var answers =
        List.of(
            claim(alex, code(own)),
            claim(alex, code(revoked)),
            claim(alex, code(ofSomeonePaired)),
            claim(alex, "000000000000"),
            claim(sam, code(used)),
            claim(sam, "not a code"));
    assertThat(answers).extracting(Answer::status).containsOnly(404);
    assertThat(answers)
        .extracting(answer -> answer.raw().body())
        .containsOnly(answers.get(0).raw().body());
  }

  @Test
  void aCodeIsGoodForFortyEightHours() throws Exception {
    var alex = person("Alex");
    var invite = invite(alex);
    var claimed = invite(alex);
    var sam = person("Sam");
    claim(sam, code(claimed)).expect(200);
    try (var db = home.database().connect();
        var age =
            db.prepareStatement(
                "update invite set expires_at = expires_at - interval '48 h' where id = any(?)")) {
      age.setArray(
          1,
          db.createArrayOf(
              "uuid", new Object[] {UUID.fromString(id(invite)), UUID.fromString(id(claimed))}));
      assertThat(age.executeUpdate()).isEqualTo(2);
    }
    claim(sam, code(invite)).expect(404);
    confirm(alex, claimed).expect(409);
    assertThat(alex.get("/api/v1/invites/" + id(invite)).body().path("state").asText())
        .isEqualTo("expired");
    assertThat(alex.get("/api/v1/invites").body().path("items")).isEmpty();
  }

  @Test
  void onlyTheInviterConfirmsAndOnlyTheTwoSee() {
    var alex = person("Alex");
    var sam = person("Sam");
    var kim = person("Kim");
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
    var alex = person("Alex");
    var sam = person("Sam");
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
  void aRaceOfClaimantsHasOneWinner() {
    var invite = invite(person("Alex"));
    var claimants = IntStream.range(0, 20).mapToObj(i -> person("Sam")).toList();
    var answers =
        race(claimants.stream().<Supplier<Answer>>map(c -> () -> claim(c, code(invite))).toList());
    assertThat(with(answers, 200)).hasSize(1);
    assertThat(with(answers, 404)).hasSize(19);
  }

  @Test
  void aRaceOfConfirmingTwoCouplesHasOneWinner() {
    for (int round = 0; round < 5; round++) {
      var alex = person("Alex");
      var one = invite(alex);
      var other = invite(alex);
      claim(person("Sam"), code(one)).expect(200);
      claim(person("Kim"), code(other)).expect(200);
      var answers = race(List.of(() -> confirm(alex, one), () -> confirm(alex, other)));
      assertThat(with(answers, 200)).hasSize(1);
      assertThat(with(answers, 409)).extracting(Answer::code).containsExactly("conflict");
    }
  }

  @Test
  void aRaceOfBeingConfirmedInTwoCouplesHasOneWinner() {
    for (int round = 0; round < 5; round++) {
      var alex = person("Alex");
      var kim = person("Kim");
      var sam = person("Sam");
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
      var alex = person("Alex");
      var sam = person("Sam");
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
    var pair = Pair.make(person("Alex"), person("Sam"));
    var other = invite(person("Kim"));
    assertThat(pair.first().post("/api/v1/invites", null).expect(409).code()).isEqualTo("conflict");
    assertThat(claim(pair.second(), code(other)).expect(409).code()).isEqualTo("conflict");
  }

  @Test
  void pairingEndsTheOtherInvitesOfBoth() {
    var alex = person("Alex");
    var kim = person("Kim");
    var waiting = invite(alex);
    claim(kim, code(waiting)).expect(200);
    try (var device = Device.following(kim)) {
      Pair.make(alex, person("Sam"));
      var changed = device.event("invite.changed");
      assertThat(changed.at("/data/invite").asText()).isEqualTo(id(waiting));
      assertThat(changed.at("/data/state").asText()).isEqualTo("revoked");
    }
    assertThat(kim.get("/api/v1/invites").body().path("items")).isEmpty();
  }

  @Test
  void fiveWrongCodesAreEnoughForAWhileEvenAllAtOnce() {
    var guesser = person("Kim");
    var right = invite(person("Alex"));
    var answers =
        race(
            IntStream.range(0, 20)
                .<Supplier<Answer>>mapToObj(i -> () -> claim(guesser, Code.random().text()))
                .toList());
    assertThat(with(answers, 404)).hasSize(5);
    assertThat(with(answers, 429)).hasSize(15);
    var slowed = claim(guesser, code(right)).expect(429);
    assertThat(slowed.code()).isEqualTo("rate");
    assertThat(slowed.body().path("after").asLong()).isBetween(1L, 900_000L);
    assertThat(slowed.raw().headers().firstValue("Retry-After")).isPresent();
    claim(person("Sam"), code(right)).expect(200);
  }

  @Test
  void nobodyMakesCodesWithoutEnd() {
    var alex = person("Alex");
    var answers =
        race(
            IntStream.range(0, 20)
                .<Supplier<Answer>>mapToObj(i -> () -> alex.post("/api/v1/invites", null))
                .toList());
    assertThat(with(answers, 201)).hasSize(10);
    assertThat(with(answers, 429)).hasSize(10);
  }

  @Test
  void leavingIsOneSidedAndAtOnce() {
    var pair = Pair.make(person("Alex"), person("Sam"));
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
      var pair = Pair.make(person("Alex"), person("Sam"));
      var answers =
          race(
              List.of(
                  () -> pair.first().delete("/api/v1/couple"),
                  () -> pair.second().delete("/api/v1/couple")));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    }
  }

  @Test
  void aCodeIsNowhereInTheDatabase() throws Exception {
    var invite = invite(person("Alex"));
    try (var db = home.database().connect();
        var rows = db.createStatement().executeQuery("select invite::text from invite")) {
      var dump = new StringBuilder();
      while (rows.next()) dump.append(rows.getString(1));
      assertThat(dump.toString()).contains(id(invite)).doesNotContainIgnoringCase(code(invite));
    }
  }
}
