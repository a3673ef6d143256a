package app.haven.expectation;

import app.haven.kernel.BlindThing;
import app.haven.kernel.Fact;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to an exchange.
sealed interface ExpectationEvent {
  UUID expectation();

  record Opened(UUID expectation, Topic topic) implements ExpectationEvent {}

  /// For its author alone, as [Discarded], [ReadyChanged] and [Cleared] are.
  record Kept(
      UUID expectation,
      UUID couple,
      @Words @Nullable String first,
      @Words @Nullable String second,
      @Words @Nullable String third)
      implements ExpectationEvent {}

  record Discarded(UUID expectation) implements ExpectationEvent {}

  record ReadyChanged(UUID expectation, boolean ready) implements ExpectationEvent {}

  /// What was kept stands in `ours` now.
  record Cleared(UUID expectation) implements ExpectationEvent {}

  /// @param answers of both
  record Revealed(UUID expectation, List<Answer> answers) implements ExpectationEvent {}

  /// @param line what it is about
  record Marked(UUID expectation, Line line, Mark mark) implements ExpectationEvent {}

  /// What one of the two expects; what they left open is left out.
  record Answer(
      PersonId by,
      @Words @Nullable String first,
      @Words @Nullable String second,
      @Words @Nullable String third)
      implements Part {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Opened _ -> "expectation.opened";
      case Kept _ -> "expectation.kept";
      case Discarded _ -> "expectation.discarded";
      case ReadyChanged _ -> "expectation.readyChanged";
      case Cleared _ -> BlindThing.cleared(Expectation.KIND);
      case Revealed _ -> BlindThing.revealed(Expectation.KIND);
      case Marked _ -> "expectation.marked";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Discarded _, ReadyChanged _, Cleared _ -> Target.MINE;
          case Opened _, Revealed _, Marked _ -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
