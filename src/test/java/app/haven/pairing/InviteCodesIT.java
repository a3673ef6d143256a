package app.haven.pairing;

import static app.haven.pairing.Steps.claim;
import static app.haven.pairing.Steps.code;
import static app.haven.pairing.Steps.confirm;
import static app.haven.pairing.Steps.id;
import static app.haven.pairing.Steps.invite;
import static app.haven.pairing.Steps.race;
import static app.haven.pairing.Steps.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api.Answer;
import app.haven.client.Home;
import app.haven.client.Pair;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a code is good for, and for whom and how long.
class InviteCodesIT {
  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("invite-codes", Map.of());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @Test
  void everyCodeThatDoesNotFitGetsTheSameAnswer() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    var kim = home.newcomer("Kim");
    var own = invite(alex);
    var used = invite(alex);
    claim(sam, code(used)).expect(200);
    var revoked = invite(sam);
    sam.delete("/api/v1/invites/" + id(revoked)).expect(204);
    var ofSomeonePaired = invite(kim);
    var lee = home.newcomer("Lee");
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
    var alex = home.newcomer("Alex");
    var invite = invite(alex);
    var claimed = invite(alex);
    var sam = home.newcomer("Sam");
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
  void aRaceOfClaimantsHasOneWinner() {
    var invite = invite(home.newcomer("Alex"));
    var claimants = IntStream.range(0, 20).mapToObj(i -> home.newcomer("Sam")).toList();
    var answers =
        race(claimants.stream().<Supplier<Answer>>map(c -> () -> claim(c, code(invite))).toList());
    assertThat(with(answers, 200)).hasSize(1);
    assertThat(with(answers, 404)).hasSize(19);
  }

  @Test
  void fiveWrongCodesAreEnoughForAWhileEvenAllAtOnce() {
    var guesser = home.newcomer("Kim");
    var right = invite(home.newcomer("Alex"));
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
    claim(home.newcomer("Sam"), code(right)).expect(200);
  }

  @Test
  void nobodyMakesCodesWithoutEnd() {
    var alex = home.newcomer("Alex");
    var answers =
        race(
            IntStream.range(0, 20)
                .<Supplier<Answer>>mapToObj(i -> () -> alex.post("/api/v1/invites", null))
                .toList());
    assertThat(with(answers, 201)).hasSize(10);
    assertThat(with(answers, 429)).hasSize(10);
  }

  @Test
  void aCodeIsNowhereInTheDatabase() throws Exception {
    var invite = invite(home.newcomer("Alex"));
    try (var db = home.database().connect();
        var rows = db.createStatement().executeQuery("select invite::text from invite")) {
      var dump = new StringBuilder();
      while (rows.next()) dump.append(rows.getString(1));
      assertThat(dump.toString()).contains(id(invite)).doesNotContainIgnoringCase(code(invite));
    }
  }
}
