package app.haven.expectation;

import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with an exchange. What is kept, and *ready*, go with their author alone.
sealed interface ExpectationCommand {
  UUID expectation();

  record Open(UUID expectation, Topic topic) implements ExpectationCommand {}

  /// An answer as far as it has come. Once more it replaces all of it.
  ///
  /// @param couple for whom; what was written for one partner never reaches another
  record Keep(
      UUID expectation,
      UUID couple,
      @Words @Nullable String first,
      @Words @Nullable String second,
      @Words @Nullable String third)
      implements ExpectationCommand {}

  record Discard(UUID expectation) implements ExpectationCommand {}

  record Ready(UUID expectation, UUID couple) implements ExpectationCommand {}

  /// Until it is revealed.
  record NotReady(UUID expectation, UUID couple) implements ExpectationCommand {}

  /// After the reveal, and for both to see.
  record Mark(UUID expectation, Line line, app.haven.expectation.Mark mark)
      implements ExpectationCommand {}

  /// Takes back one's own words after the reveal.
  record Erase(UUID expectation) implements ExpectationCommand {}
}
