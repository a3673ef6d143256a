package app.haven.checkin;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a check-in.
sealed interface CheckinEvent {
  UUID checkin();

  record Told(
      UUID checkin, @Words(80) String feeling, @Nullable Need need, @Words @Nullable String words)
      implements CheckinEvent {}

  record Answered(UUID checkin, @Nullable Offer offer, @Words @Nullable String words)
      implements CheckinEvent {}

  record Withdrawn(UUID checkin) implements CheckinEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Told _ -> "checkin.told";
      case Answered _ -> "checkin.answered";
      case Withdrawn _ -> "checkin.withdrawn";
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
