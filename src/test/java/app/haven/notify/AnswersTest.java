package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static Outcome outcome(int status, String retryAfter) {
    return Answers.outcome(status, retryAfter, NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 301, 307, 400, 401, 403, 413})
  void takenOrNeverToBeTakenIsDone(int status) {
    assertThat(Answers.outcome(status, null, NOW)).isEqualTo(new Outcome.Done());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aSubscriptionThatIsGoneIsGone(int status) {
    assertThat(Answers.outcome(status, "60", NOW)).isEqualTo(new Outcome.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void whoeverCannotNowIsAskedLater(int status) {
    assertThat(Answers.outcome(status, null, NOW)).isEqualTo(new Outcome.Again(null));
  }

  @Test
  void theWaitAskedForIsKeptWithinAnHour() {
    assertThat(outcome(429, "120")).isEqualTo(new Outcome.Again(Duration.ofMinutes(2)));
    assertThat(outcome(503, "Sun, 22 Nov 2026 08:10:00 GMT"))
        .isEqualTo(new Outcome.Again(Duration.ofMinutes(10)));
    assertThat(outcome(503, "Sun, 22 Nov 2026 07:00:00 GMT"))
        .isEqualTo(new Outcome.Again(Duration.ZERO));
    assertThat(outcome(429, "999999999")).isEqualTo(new Outcome.Again(Duration.ofHours(1)));
    assertThat(outcome(429, "soon")).isEqualTo(new Outcome.Again(null));
    assertThat(outcome(429, "-5")).isEqualTo(new Outcome.Again(null));
  }

  @Test
  void eachWaitIsLongerUpToHalfAnHour() {
    var first = Duration.ofSeconds(10);
    assertThat(Answers.backoff(first, 1)).hasSeconds(10);
    assertThat(Answers.backoff(first, 2)).hasSeconds(40);
    assertThat(Answers.backoff(first, 3)).hasSeconds(160);
    assertThat(Answers.backoff(first, 8)).hasMinutes(30);
  }

  @Test
  void everyPayloadHasOneSize() {
    for (var buttons : Reach.Buttons.values()) {
      assertThat(Payload.of(buttons)).hasSize(Payload.SIZE);
      assertThat(new String(Payload.of(buttons), java.nio.charset.StandardCharsets.UTF_8).strip())
          .isEqualTo("{\"buttons\":\"" + buttons.wire() + "\"}");
    }
  }
}
