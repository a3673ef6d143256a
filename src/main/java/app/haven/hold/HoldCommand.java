package app.haven.hold;

import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a hold, by its owner. There is no field for whom it is: it holds the one
/// who places it.
sealed interface HoldCommand {
  UUID hold();

  /// Once more with the same id replaces it.
  ///
  /// @param words what it is about
  record Place(UUID hold, Instant until, @Words(280) @Nullable String words)
      implements HoldCommand {}

  /// Ends it before its time.
  record Lift(UUID hold) implements HoldCommand {}

  /// Shows it to the partner, as it is said here; what stands on one's own stream stays there.
  record Share(UUID hold, Instant until, @Words(280) @Nullable String words)
      implements HoldCommand {}

  record Unshare(UUID hold) implements HoldCommand {}
}
