package app.haven.repair;

import app.haven.kernel.Fact;
import app.haven.kernel.Link;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens while two make it right.
sealed interface RepairEvent {

  /// In `ours`.
  sealed interface Shared extends RepairEvent {}

  /// In the `mine` of one of them.
  sealed interface Private extends RepairEvent {}

  /// @param thread always there: the id of the thread's first attempt
  /// @param asks true, or left out
  record Offered(
      UUID repair,
      UUID thread,
      @Nullable Phrase phrase,
      @Words @Nullable String words,
      @Words @Nullable String acknowledgement,
      @Words @Nullable String empathy,
      @Words @Nullable String restitution,
      @Nullable Boolean asks,
      @Nullable Link about)
      implements Shared {}

  record Answered(
      UUID repair, Answer answer, @Nullable Instant until, @Words @Nullable String words)
      implements Shared {}

  record Withdrawn(UUID repair) implements Shared {}

  record FollowUpAsked(UUID thread, PersonId giver, int days) implements Shared {}

  record FollowUpEnded(UUID thread) implements Shared {}

  /// Tells the one who asked for time, and nobody else.
  record Due(UUID repair) implements Private {}

  /// Tells the giver, and nobody else.
  record FollowUpDue(UUID thread) implements Private {}

  record MuteChanged(boolean muted) implements Private {}

  record TimelineShared(UUID couple, boolean shared) implements Private {}

  /// The name on the wire.
  default String wire() {
    return switch (this) {
      case Offered _ -> "repair.offered";
      case Answered _ -> "repair.answered";
      case Withdrawn _ -> "repair.withdrawn";
      case FollowUpAsked _ -> "repair.followUpAsked";
      case FollowUpEnded _ -> "repair.followUpEnded";
      case Due _ -> RepairTimers.DUE;
      case FollowUpDue _ -> RepairTimers.FOLLOW_UP_DUE;
      case MuteChanged _ -> "repair.muteChanged";
      case TimelineShared _ -> "repair.timelineShared";
    };
  }

  default Fact fact() {
    return new Fact(this instanceof Shared ? Target.OURS : Target.MINE, wire(), (Record) this);
  }
}
