package app.haven.promise;

import app.haven.kernel.Link;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a promise. All but the thanks are for the one who made it: nobody asks for
/// a promise, changes it or ends it in the other's name.
sealed interface PromiseCommand {
  UUID promise();

  /// @param due when its maker is asked about it
  /// @param on the day, where the hour does not matter
  /// @param from what it grew out of
  record Make(
      UUID promise,
      @Words(280) String words,
      Instant due,
      @Nullable LocalDate on,
      @Nullable Link from)
      implements PromiseCommand {}

  /// The whole of the new version; the old one stays readable.
  record Change(UUID promise, @Words(280) String words, Instant due, @Nullable LocalDate on)
      implements PromiseCommand {}

  record Keep(UUID promise) implements PromiseCommand {}

  /// @param words what its maker says to it: letting go without a word would be silence
  record LetGo(UUID promise, @Words(280) String words) implements PromiseCommand {}

  record Thank(UUID promise, @Words(280) @Nullable String words) implements PromiseCommand {}
}
