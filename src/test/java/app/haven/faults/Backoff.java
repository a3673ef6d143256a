package app.haven.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How long a device waits before it comes back: full jitter, half a second doubling to thirty;
/// what the server said wins, and so does a person who picks the device up.
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 30_000;

  private final Random random;
  private int failures;
  private boolean nudged;
  private @Nullable Duration asked;

  Backoff(Random random) {
    this.random = random;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  /// The server's `bye.after`.
  synchronized void ask(Duration after) {
    asked = after;
  }

  synchronized void nudge() {
    nudged = true;
    notifyAll();
  }

  synchronized void await() throws InterruptedException {
    long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures++, 6));
    long millis = asked == null ? random.nextLong(most) : asked.toMillis();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0 && !nudged; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    nudged = false;
    asked = null;
  }
}
