package app.haven.activity;

import app.haven.kernel.Fact;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to an activity.
sealed interface ActivityEvent {
  UUID activity();

  record Offered(UUID activity, Which which) implements ActivityEvent {}

  /// @param step with a yes: the first, as in [Passed]
  /// @param turn whose turn it is; none for a step of both
  /// @param until about how long the step takes
  record Answered(
      UUID activity,
      Answer answer,
      @Nullable Integer step,
      @Nullable PersonId turn,
      @Nullable Instant until)
      implements ActivityEvent {}

  /// @param step the one that begins
  record Passed(UUID activity, Integer step, @Nullable PersonId turn, Instant until)
      implements ActivityEvent {}

  /// Done, stopped or taken back: which of it is not said.
  record Ended(UUID activity) implements ActivityEvent {}

  /// An offer nobody answered goes by.
  record Faded(UUID activity) implements ActivityEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Offered _ -> "activity.offered";
      case Answered _ -> "activity.answered";
      case Passed _ -> "activity.passed";
      case Ended _ -> ActivityTimers.ENDED;
      case Faded _ -> ActivityTimers.FADED;
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
