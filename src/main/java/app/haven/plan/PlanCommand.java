package app.haven.plan;

import app.haven.kernel.Link;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be said about a plan.
sealed interface PlanCommand {
  UUID plan();

  /// About a plan that both know.
  sealed interface Change extends PlanCommand {}

  /// @param at when it is to be
  /// @param lead true where the one who makes it sees to it
  /// @param from what it grew out of, such as an idea
  record Make(
      UUID plan,
      @Words String words,
      @Nullable Instant at,
      @Nullable Boolean lead,
      @Nullable Link from)
      implements PlanCommand {}

  record Answer(UUID plan, app.haven.plan.Answer answer, @Words @Nullable String words)
      implements Change {}

  /// Either of the two says that they see to it, or no longer do. Nobody says it for the other.
  record Lead(UUID plan, Boolean lead) implements Change {}

  /// Either of the two: a no is a no for both.
  record LetGo(UUID plan) implements Change {}

  /// A surprise: its author's alone until it opens.
  ///
  /// @param couple for whom; what was written for one partner never reaches another
  /// @param revealAt when it opens by itself; without, when its author opens it
  record Hide(
      UUID plan,
      UUID couple,
      @Words String words,
      @Nullable Instant at,
      @Nullable Boolean lead,
      @Nullable Instant revealAt)
      implements PlanCommand {}

  record Reveal(UUID plan) implements PlanCommand {}

  /// Throws a surprise away that has not opened.
  record Discard(UUID plan) implements PlanCommand {}
}
