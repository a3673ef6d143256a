package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");

  @Test
  void tenTimesInAnHourAreEnough() {
    var nine = Collections.nCopies(Lately.MOST - 1, SIX);
    assertThatCode(() -> Lately.few(nine, SIX)).doesNotThrowAnyException();
    var ten = Collections.nCopies(Lately.MOST, SIX);
    var seven = SIX.plus(Lately.WINDOW);
    var refusal = catchThrowableOfType(Refusal.class, () -> Lately.few(ten, seven.minusMillis(1)));
    assertThat(Objects.requireNonNull(refusal).code()).isEqualTo(Refusal.Code.RATE);
    assertThatCode(() -> Lately.few(ten, seven)).doesNotThrowAnyException();
  }
}
