package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Home;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Guessing codes (S10): by one who tries very often, and by very many who try a little.
class CodesIT {
  private static final int GUESSES = 10_000;
  private static final int PEOPLE = 2_000;
  private static final int WRONG = 5;
  private static final int AT_ONCE = 12;

  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("codes", Map.of());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @Test
  void tenThousandGuessesOfOnePersonAreFive() throws Exception {
    var code = code();
    var guesser = home.person("guesser");
    Callable<Answer> attempt = () -> guess(guesser);
    var answers = all(Collections.nCopies(GUESSES, attempt));
    assertThat(byStatus(answers)).isEqualTo(Map.of(404, WRONG, 429, GUESSES - WRONG));
    var slowed =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    assertThat(slowed.code()).isEqualTo("rate");
    assertThat(slowed.body().path("after").asLong()).isBetween(1L, 15 * 60_000L);
    assertThat(slowed.raw().headers().firstValue("Retry-After")).isPresent();
    // The right one tells nothing either, until the time is over.
    World.claim(guesser, code).expect(429);
    fifteenMinutesLater();
    World.claim(guesser, code).expect(200);
  }

  @Test
  void tenThousandGuessesOfTwoThousandPeopleFindNothing() throws Exception {
    var code = code();
    var people = IntStream.range(0, PEOPLE).mapToObj(i -> home.person("crowd-" + i)).toList();
    var answers = all(people.stream().map(CodesIT::guesses).toList());
    var single = answers.stream().flatMap(List::stream).toList();
    assertThat(byStatus(single)).isEqualTo(Map.of(404, GUESSES));
    assertThat(single.stream().map(answer -> answer.raw().body()).distinct()).hasSize(1);
    // Nobody's guesses count against anybody else.
    World.claim(home.person("the right one"), code).expect(200);
    World.claim(people.getFirst(), code).expect(429);
  }

  @Test
  void erasingTheAccountBuysNoNewGuesses() {
    var person = home.person("comes back");
    for (int i = 0; i < 5; i++) assertThat(guess(person).status()).isEqualTo(404);
    assertThat(guess(person).status()).isEqualTo(429);
    person.delete("/api/v1/me").expect(204);
    assertThat(guess(person).status()).isEqualTo(429);
  }

  private static Callable<List<Answer>> guesses(Api person) {
    return () -> IntStream.range(0, GUESSES / PEOPLE).mapToObj(_ -> guess(person)).toList();
  }

  private static String code() {
    var inviter = home.person("inviter-" + Api.id());
    return inviter.post("/api/v1/invites", null).expect(201).body().path("code").asText();
  }

  private static Answer guess(Api person) {
    return World.claim(person, random());
  }

  private static String random() {
    var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    return new SecureRandom()
        .ints(12, 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static <T> List<T> all(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      var futures = pool.invokeAll(tasks);
      for (var future : futures) future.get();
      return futures.stream().map(Future::resultNow).toList();
    }
  }

  private static Map<Integer, Integer> byStatus(List<Answer> answers) {
    return answers.stream().collect(Collectors.toMap(Answer::status, _ -> 1, Integer::sum));
  }

  private static void fifteenMinutesLater() throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate("update wrong_code set at = at - interval '15 minutes'");
    }
  }
}
