package app.haven.tank;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens in the tank; for its owner alone.
sealed interface TankEvent {
  UUID resentment();

  record Kept(UUID resentment, @Words(280) String words, @Words(80) @Nullable String about)
      implements TankEvent {}

  record LetGo(UUID resentment) implements TankEvent {}

  record Raised(UUID resentment) implements TankEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "tank.kept";
      case LetGo _ -> "tank.letGo";
      case Raised _ -> "tank.raised";
    };
  }

  /// Never on `ours`: not even that there is one.
  default Fact fact() {
    return new Fact(Target.MINE, kind(), (Record) this);
  }
}
