package app.haven.carecard;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;

/// What happens to a card, besides the hiding of a section, which is the kernel's own event.
sealed interface CarecardEvent {
  record Kept(Section section, @Words String words) implements CarecardEvent {}

  record Cleared(Section section) implements CarecardEvent {}

  record Shared(UUID share, Section section, @Words String words) implements CarecardEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "carecard.kept";
      case Cleared _ -> "carecard.cleared";
      case Shared _ -> "carecard.shared";
    };
  }

  default Fact fact() {
    return new Fact(this instanceof Shared ? Target.OURS : Target.MINE, kind(), (Record) this);
  }
}
