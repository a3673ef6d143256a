package app.haven.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Waits for conditions. A broken build may never meet one: then the checker says what is wrong,
/// not the wait.
final class Until {
  private Until() {}

  static boolean within(Duration patience, BooleanSupplier met) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .atMost(patience)
          .until(met::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
