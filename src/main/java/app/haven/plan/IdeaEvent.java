package app.haven.plan;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;

/// What happens to an idea.
sealed interface IdeaEvent {
  UUID idea();

  record Added(UUID idea, @Words(280) String words) implements IdeaEvent {}

  record TakenBack(UUID idea) implements IdeaEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Added _ -> "idea.added";
      case TakenBack _ -> "idea.takenBack";
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
