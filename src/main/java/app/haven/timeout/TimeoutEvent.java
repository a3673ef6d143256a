package app.haven.timeout;

import app.haven.kernel.Fact;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a time-out.
sealed interface TimeoutEvent {
  UUID timeout();

  /// Told to one person alone; changes nothing.
  sealed interface Reminder extends TimeoutEvent {}

  record Called(
      UUID timeout,
      Instant returnAt,
      @Words String reassurance,
      @Words(80) @Nullable String feeling,
      @Words(280) @Nullable String topic,
      PersonId caller,
      Instant calledAt)
      implements TimeoutEvent {}

  record Acknowledged(UUID timeout, @Words @Nullable String words) implements TimeoutEvent {}

  record CheckedIn(UUID timeout, @Words @Nullable String words) implements TimeoutEvent {}

  /// @param withNotice whether it was said before the time came
  record Extended(UUID timeout, Instant returnAt, @Words @Nullable String words, boolean withNotice)
      implements TimeoutEvent {}

  record Returned(
      UUID timeout,
      @Nullable Instant talkAt,
      @Words @Nullable String words,
      Instant returnedAt,
      When when)
      implements TimeoutEvent {}

  record LetGo(UUID timeout, @Words @Nullable String words) implements TimeoutEvent {}

  record Noted(UUID timeout, @Words(280) String words) implements TimeoutEvent {}

  record Overdue(UUID timeout, Instant returnAt) implements TimeoutEvent {}

  record Lapsed(UUID timeout) implements TimeoutEvent {}

  record EndingSoon(UUID timeout, Instant returnAt) implements Reminder {}

  record Due(UUID timeout, Instant returnAt) implements Reminder {}

  record TalkSoon(UUID timeout, Instant talkAt) implements Reminder {}

  /// How a return lay to the time that was said.
  enum When {
    EARLY,
    ON_TIME,
    LATE;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Called _ -> "timeout.called";
      case Acknowledged _ -> "timeout.acknowledged";
      case CheckedIn _ -> "timeout.checkedIn";
      case Extended _ -> "timeout.extended";
      case Returned _ -> "timeout.returned";
      case LetGo _ -> "timeout.letGo";
      case Noted _ -> "timeout.noted";
      case Overdue _ -> TimeoutTimers.OVERDUE;
      case Lapsed _ -> TimeoutTimers.LAPSED;
      case EndingSoon _ -> TimeoutTimers.ENDING_SOON;
      case Due _ -> TimeoutTimers.DUE;
      case TalkSoon _ -> TimeoutTimers.TALK_SOON;
    };
  }

  default Fact fact() {
    var target = this instanceof Reminder ? Target.MINE : Target.OURS;
    return new Fact(target, kind(), (Record) this);
  }
}
