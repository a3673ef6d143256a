package app.haven.checkin;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.UUID;

/// What happens to words that are kept at hand; for their owner alone.
sealed interface FavouriteEvent {
  UUID favourite();

  record Kept(UUID favourite, @Words String words) implements FavouriteEvent {}

  record Dropped(UUID favourite) implements FavouriteEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "favourite.kept";
      case Dropped _ -> "favourite.dropped";
    };
  }

  default Fact fact() {
    return new Fact(Target.MINE, kind(), (Record) this);
  }
}
