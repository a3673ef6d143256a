package app.haven.concern;

import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a concern. Keeping and discarding are for its author alone.
sealed interface ConcernCommand {
  UUID concern();

  /// A draft, as far as it has come. Once more with the same id replaces all of it.
  record Keep(
      UUID concern,
      @Words @Nullable String saw,
      @Words(280) @Nullable String felt,
      @Words @Nullable String meaning,
      @Words(280) @Nullable String need,
      @Words(280) @Nullable String request)
      implements ConcernCommand {}

  record Discard(UUID concern) implements ConcernCommand {}

  /// @param saw what happened, as a camera would show it
  /// @param meaning what its author made of it: shared only if they wish
  /// @param request one thing that would help
  record Raise(
      UUID concern,
      @Words String saw,
      @Words(280) String felt,
      @Words @Nullable String meaning,
      @Words(280) String need,
      @Words(280) @Nullable String request)
      implements ConcernCommand {}

  /// Takes one's own from the parking list.
  record Open(UUID concern) implements ConcernCommand {}

  /// @param words what the partner understood, in their own words
  record Hear(UUID concern, @Words String words) implements ConcernCommand {}

  record NeedTime(UUID concern, Instant until) implements ConcernCommand {}

  record Close(UUID concern, How how) implements ConcernCommand {}

  record Withdraw(UUID concern) implements ConcernCommand {}
}
