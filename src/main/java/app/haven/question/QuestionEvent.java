package app.haven.question;

import app.haven.kernel.Fact;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens with questions.
sealed interface QuestionEvent {
  /// @param deck its name in the deck; or `own`, the id of one that either of the two wrote
  record Drawn(UUID question, Depth depth, @Nullable String deck, @Nullable UUID own)
      implements QuestionEvent {}

  /// @param next the one that comes instead, with its own `deck` or `own`; none where it was put
  ///   away
  /// @param turn who has the turn now, where it was put away
  record Skipped(
      UUID question,
      @Nullable UUID next,
      @Nullable Depth depth,
      @Nullable String deck,
      @Nullable UUID own,
      @Nullable PersonId turn)
      implements QuestionEvent {}

  /// @param to who has the turn now
  record Passed(PersonId to) implements QuestionEvent {}

  /// For its author alone, as are [Discarded], [ReadyChanged] and [Cleared].
  record Kept(UUID question, UUID couple, @Words String words) implements QuestionEvent {}

  record Discarded(UUID question) implements QuestionEvent {}

  record ReadyChanged(UUID question, boolean ready) implements QuestionEvent {}

  /// What one kept is put away: it stands in `ours`, or the question went by.
  record Cleared(UUID question) implements QuestionEvent {}

  /// What both said, at once.
  ///
  /// @param turn who has the turn now
  record Revealed(UUID question, List<Answer> answers, PersonId turn) implements QuestionEvent {}

  record Answer(PersonId by, @Words @Nullable String words) implements Part {}

  record Thanked(UUID question, @Words(280) @Nullable String words) implements QuestionEvent {}

  record Added(UUID own, Depth depth, @Words(280) String words) implements QuestionEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Drawn _ -> "question.drawn";
      case Skipped _ -> "question.skipped";
      case Passed _ -> "question.passed";
      case Kept _ -> "question.kept";
      case Discarded _ -> "question.discarded";
      case ReadyChanged _ -> "question.readyChanged";
      case Cleared _ -> "question.cleared";
      case Revealed _ -> "question.revealed";
      case Thanked _ -> "question.thanked";
      case Added _ -> "question.added";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Discarded _, ReadyChanged _, Cleared _ -> Target.MINE;
          case Drawn _, Skipped _, Passed _, Revealed _, Thanked _, Added _ -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
