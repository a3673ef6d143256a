package app.haven.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

  @Test
  void fiveInTenMinutesAreFine() {
    assertThat(Signal.SLOWER.sent(List.of(NOW, NOW, NOW, NOW), NOW))
        .isEqualTo(new Signal.Sent(Signal.SLOWER));
  }

  @Test
  void aSixthWaitsUntilTheFirstIsTenMinutesOld() {
    var first = NOW.minus(Duration.ofMinutes(10)).plusMillis(1);
    assertThatThrownBy(() -> Signal.SLOWER.sent(List.of(NOW, NOW, NOW, NOW, first), NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Refusal.Code.RATE);
              assertThat(refusal.problem().after()).isEqualTo(1);
            });
  }

  @Test
  void tenMinutesLaterTheNextIsFine() {
    var first = NOW.minus(Duration.ofMinutes(10));
    assertThat(Signal.MAY_NEED_SPACE.sent(List.of(NOW, NOW, NOW, NOW, first), NOW))
        .isEqualTo(new Signal.Sent(Signal.MAY_NEED_SPACE));
  }
}
