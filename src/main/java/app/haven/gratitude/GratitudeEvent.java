package app.haven.gratitude;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to an entry, besides the taking back of words, which is the kernel's own event.
sealed interface GratitudeEvent {
  UUID gratitude();

  /// @param justMine true on `mine`, left out on `ours`
  record Added(
      UUID gratitude,
      @Words String what,
      @Words @Nullable String meaning,
      @Nullable LocalDate on,
      @JsonProperty("private") @Nullable Boolean justMine)
      implements GratitudeEvent {}

  record Thanked(UUID gratitude, @Words @Nullable String words) implements GratitudeEvent {}

  record Edited(
      UUID gratitude, @Words String what, @Words @Nullable String meaning, @Nullable LocalDate on)
      implements GratitudeEvent {}

  record Pinned(UUID gratitude) implements GratitudeEvent {}

  record Unpinned(UUID gratitude) implements GratitudeEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Added _ -> "gratitude.added";
      case Thanked _ -> "gratitude.thanked";
      case Edited _ -> "gratitude.edited";
      case Pinned _ -> "gratitude.pinned";
      case Unpinned _ -> "gratitude.unpinned";
    };
  }

  default Fact fact(Target target) {
    return new Fact(target, kind(), (Record) this);
  }
}
