package app.haven.need;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;

/// What happens to a boundary, besides the taking back of words.
sealed interface BoundaryEvent {
  UUID boundary();

  /// For its owner alone, as [Changed] is.
  record Kept(UUID boundary, @Words(280) String protects, @Words(280) String will)
      implements BoundaryEvent {}

  record Changed(UUID boundary, @Words(280) String protects, @Words(280) String will)
      implements BoundaryEvent {}

  record Shared(UUID boundary, @Words(280) String protects, @Words(280) String will)
      implements BoundaryEvent {}

  record Acknowledged(UUID boundary) implements BoundaryEvent {}

  record Asked(UUID boundary, @Words(280) String words) implements BoundaryEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "boundary.kept";
      case Changed _ -> "boundary.changed";
      case Shared _ -> "boundary.shared";
      case Acknowledged _ -> "boundary.acknowledged";
      case Asked _ -> "boundary.asked";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Changed _ -> Target.MINE;
          case Shared _, Acknowledged _, Asked _ -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
