package app.haven.plan;

import app.haven.kernel.Fact;
import app.haven.kernel.Link;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a plan.
sealed interface PlanEvent {
  UUID plan();

  /// The same for both, whether it was made now or a surprise opened.
  ///
  /// @param lead true where its author sees to it
  /// @param surprise true where nobody else knew of it before
  record Made(
      UUID plan,
      @Words String words,
      @Nullable Instant at,
      @Nullable Boolean lead,
      @Nullable Boolean surprise,
      @Nullable Link from)
      implements PlanEvent {}

  record Answered(UUID plan, Answer answer, @Words @Nullable String words) implements PlanEvent {}

  record LeadChanged(UUID plan, Boolean lead) implements PlanEvent {}

  record LetGo(UUID plan) implements PlanEvent {}

  record Hidden(
      UUID plan,
      UUID couple,
      @Words String words,
      @Nullable Instant at,
      @Nullable Boolean lead,
      @Nullable Instant revealAt)
      implements PlanEvent {}

  record Discarded(UUID plan) implements PlanEvent {}

  /// To its author: a surprise has opened.
  record PassedOn(UUID plan) implements PlanEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Made _ -> Plan.MADE;
      case Answered _ -> "plan.answered";
      case LeadChanged _ -> "plan.leadChanged";
      case LetGo _ -> "plan.letGo";
      case Hidden _ -> "plan.hidden";
      case Discarded _ -> "plan.discarded";
      case PassedOn _ -> Plan.PASSED_ON;
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Made _, Answered _, LeadChanged _, LetGo _ -> Target.OURS;
          case Hidden _, Discarded _, PassedOn _ -> Target.MINE;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
