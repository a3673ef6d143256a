package app.haven.timeout;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;

/// What happens to a draft; for its author alone.
sealed interface DraftEvent {
  UUID draft();

  record Kept(UUID draft, UUID timeout, @Words String words) implements DraftEvent {}

  record Discarded(UUID draft) implements DraftEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "draft.kept";
      case Discarded _ -> "draft.discarded";
    };
  }

  default Fact fact() {
    return new Fact(Target.MINE, kind(), (Record) this);
  }
}
