package app.haven.concern;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a concern.
sealed interface ConcernEvent {
  UUID concern();

  /// For its author alone, as [Discarded] is.
  record Kept(
      UUID concern,
      @Words @Nullable String saw,
      @Words(280) @Nullable String felt,
      @Words @Nullable String meaning,
      @Words(280) @Nullable String need,
      @Words(280) @Nullable String request)
      implements ConcernEvent {}

  record Discarded(UUID concern) implements ConcernEvent {}

  /// @param parked whether it waits on the parking list, because another one is being heard
  record Raised(
      UUID concern,
      @Words String saw,
      @Words(280) String felt,
      @Words @Nullable String meaning,
      @Words(280) String need,
      @Words(280) @Nullable String request,
      boolean parked)
      implements ConcernEvent {}

  record Opened(UUID concern) implements ConcernEvent {}

  record Heard(UUID concern, @Words String words) implements ConcernEvent {}

  record TimeNeeded(UUID concern, Instant until) implements ConcernEvent {}

  record Closed(UUID concern, How how) implements ConcernEvent {}

  record Withdrawn(UUID concern) implements ConcernEvent {}

  /// After a week without a word it waits on the parking list once more.
  record Rested(UUID concern) implements ConcernEvent {}

  /// Tells the one who asked for time, and nobody else.
  record Due(UUID concern) implements ConcernEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "concern.kept";
      case Discarded _ -> "concern.discarded";
      case Raised _ -> "concern.raised";
      case Opened _ -> "concern.opened";
      case Heard _ -> "concern.heard";
      case TimeNeeded _ -> "concern.timeNeeded";
      case Closed _ -> "concern.closed";
      case Withdrawn _ -> "concern.withdrawn";
      case Rested _ -> ConcernTimers.RESTED;
      case Due _ -> ConcernTimers.DUE;
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Discarded _, Due _ -> Target.MINE;
          case Raised _, Opened _, Heard _, TimeNeeded _, Closed _, Withdrawn _, Rested _ ->
              Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
