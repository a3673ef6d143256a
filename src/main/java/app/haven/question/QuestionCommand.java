package app.haven.question;

import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with questions. An answer is kept for its author alone until both are ready.
sealed interface QuestionCommand {
  record Draw(UUID question, Depth depth) implements QuestionCommand {}

  /// @param next the id for the one that comes instead; none there puts this one away for now
  record Skip(UUID question, @Nullable UUID next) implements QuestionCommand {}

  /// Leaves the turn to the other.
  record Pass() implements QuestionCommand {}

  /// About one's own answer, on one's own stream.
  sealed interface Blind extends QuestionCommand {
    UUID question();
  }

  record Keep(UUID question, UUID couple, @Words String words) implements Blind {}

  record Ready(UUID question, UUID couple) implements Blind {}

  record NotReady(UUID question, UUID couple) implements Blind {}

  record Discard(UUID question) implements Blind {}

  /// @param words none there is one tap
  record Thank(UUID question, @Words(280) @Nullable String words) implements QuestionCommand {}

  /// Takes back one's own words: the answer, and what was said after it.
  record Erase(UUID question) implements QuestionCommand {}

  record Add(UUID own, Depth depth, @Words(280) String words) implements QuestionCommand {}

  record Remove(UUID own) implements QuestionCommand {}
}
