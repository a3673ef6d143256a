package app.haven.tank;

import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a small resentment, by the one who keeps it.
sealed interface TankCommand {
  UUID resentment();

  /// Once more with the same id replaces its words.
  ///
  /// @param about one word for what it belongs to, as its owner sees it
  record Keep(UUID resentment, @Words(280) String words, @Words(80) @Nullable String about)
      implements TankCommand {}

  record LetGo(UUID resentment) implements TankCommand {}

  /// Marks it for its owner. What the partner reads of it is the concern its owner writes.
  record Raise(UUID resentment) implements TankCommand {}
}
