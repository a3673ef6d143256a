package app.haven.timeout;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.FieldError;
import app.haven.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two can say about a time-out.
sealed interface TimeoutCommand {
  UUID timeout();

  /// About one's own time-out; nobody else's to say.
  sealed interface OfCaller extends TimeoutCommand {}

  /// About the other's time-out.
  sealed interface OfPartner extends TimeoutCommand {}

  /// @param minutes from now; either this or `returnAt`
  record Call(
      UUID timeout,
      @Nullable Integer minutes,
      @Nullable Instant returnAt,
      @Words @Nullable String reassurance,
      @Words(80) @Nullable String feeling,
      @Words(280) @Nullable String topic)
      implements TimeoutCommand {
    Instant until(Instant now) {
      return TimeoutCommand.until(minutes, returnAt, now);
    }
  }

  record Acknowledge(UUID timeout, @Words @Nullable String words) implements OfPartner {}

  record CheckIn(UUID timeout, @Words @Nullable String words) implements OfCaller {}

  /// @param minutes from now; either this or `returnAt`
  record Extend(
      UUID timeout,
      @Nullable Integer minutes,
      @Nullable Instant returnAt,
      @Words @Nullable String words)
      implements OfCaller {
    Instant until(Instant now) {
      return TimeoutCommand.until(minutes, returnAt, now);
    }
  }

  /// @param talkAt when to talk; none means ready now
  record Return(UUID timeout, @Nullable Instant talkAt, @Words @Nullable String words)
      implements OfCaller {}

  record LetGo(UUID timeout, @Words @Nullable String words) implements OfCaller {}

  record Note(UUID timeout, @Words(280) String words) implements OfPartner {}

  private static Instant until(@Nullable Integer minutes, @Nullable Instant returnAt, Instant now) {
    if (minutes != null && returnAt == null) return now.plus(Duration.ofMinutes(minutes));
    if (minutes == null && returnAt != null) return returnAt;
    String either = "Exactly one of minutes and returnAt is needed.";
    throw Refusal.invalid(
        List.of(new FieldError("minutes", either), new FieldError("returnAt", either)));
  }
}
