package app.haven.hold;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a hold.
sealed interface HoldEvent {
  UUID hold();

  record Placed(UUID hold, Instant until, @Words(280) @Nullable String words)
      implements HoldEvent {}

  record Lifted(UUID hold) implements HoldEvent {}

  /// Its time has come; tells its owner alone.
  record Over(UUID hold) implements HoldEvent {}

  record Shared(UUID hold, Instant until, @Words(280) @Nullable String words)
      implements HoldEvent {}

  record Unshared(UUID hold) implements HoldEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Placed _ -> "hold.placed";
      case Lifted _ -> "hold.lifted";
      case Over _ -> Hold.OVER;
      case Shared _ -> "hold.shared";
      case Unshared _ -> "hold.unshared";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Placed _, Lifted _, Over _ -> Target.MINE;
          case Shared _, Unshared _ -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
