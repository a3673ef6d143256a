package app.haven.notify;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one attempt ended.
sealed interface Outcome {
  /// Taken, or no longer needed, or not to be had: nothing more is tried.
  record Done() implements Outcome {}

  /// Out of reach for now.
  ///
  /// @param after how long the other side asked to wait; null where it did not
  record Again(@Nullable Duration after) implements Outcome {}

  /// There is no such subscription any more.
  record Gone() implements Outcome {}

  /// It is not the time.
  record Hold(Instant until) implements Outcome {}
}
