package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestingTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");

  private final Resting resting = new Resting();
  private final Timer timer = timer(1);

  private static Timer timer(int thing) {
    return new Timer(new StreamId(new UUID(7, 1)), "due", new UUID(8, thing), SIX);
  }

  @Test
  void whatFailsOverAndOverIsTriedLessAndLessOftenButNeverGivenUp() {
    var now = SIX;
    var before = SIX;
    for (int i = 0; i < 20; i++) {
      assertThat(resting.rests(timer, now)).isFalse();
      resting.failed(timer, now);
      before = now;
      while (resting.rests(timer, now)) now = now.plusSeconds(1);
    }
    assertThat(now).isEqualTo(before.plus(Resting.LONGEST));
  }

  @Test
  void theOthersWaitForNothing() {
    resting.failed(timer, SIX);
    assertThat(resting.rests(timer, SIX.plusMillis(999))).isTrue();
    assertThat(resting.rests(timer, SIX.plusSeconds(1))).isFalse();
    assertThat(resting.rests(timer(2), SIX)).isFalse();
  }
}
