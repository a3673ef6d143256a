package app.haven.weekly;

import app.haven.kernel.BlindThing;
import app.haven.kernel.Fact;
import app.haven.kernel.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a week's check-in, once it is open.
sealed interface WeeklyEvent {
  UUID weekly();

  /// By the system, a day before. Answers can be written from now on.
  ///
  /// @param at when the two sit down
  record Opened(UUID weekly, UUID rhythm, Instant at, Form form) implements WeeklyEvent {}

  /// For its author alone, as [Discarded], [ReadyChanged] and [Cleared] are.
  record Kept(
      UUID weekly,
      UUID couple,
      @Words @Nullable List<String> appreciations,
      @Words @Nullable String wentWell,
      @Words @Nullable List<Met> needs,
      @Words @Nullable String hardThing,
      @Words @Nullable String offer,
      @Words @Nullable String together)
      implements WeeklyEvent {}

  record Discarded(UUID weekly) implements WeeklyEvent {}

  record ReadyChanged(UUID weekly, boolean ready) implements WeeklyEvent {}

  /// What was kept is put away: it stands in `ours` now, or the week ended without it.
  record Cleared(UUID weekly) implements WeeklyEvent {}

  /// @param answers of both
  record Revealed(UUID weekly, List<Answer> answers) implements WeeklyEvent {}

  record Skipped(UUID weekly) implements WeeklyEvent {}

  /// By the system: its time is over.
  record Passed(UUID weekly) implements WeeklyEvent {}

  /// @param speaker who has the word from now on
  record Spoke(UUID weekly, PersonId speaker) implements WeeklyEvent {}

  record Noted(UUID weekly, UUID note, int version, @Words String words) implements WeeklyEvent {}

  record Decided(UUID weekly, UUID decision, int version, @Words String words)
      implements WeeklyEvent {}

  record Closed(UUID weekly) implements WeeklyEvent {}

  /// What one of the two said; what they left open is left out.
  record Answer(
      PersonId by,
      @Words @Nullable List<String> appreciations,
      @Words @Nullable String wentWell,
      @Words @Nullable List<Met> needs,
      @Words @Nullable String hardThing,
      @Words @Nullable String offer,
      @Words @Nullable String together)
      implements Part {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Opened _ -> RhythmDecider.OPENED;
      case Kept _ -> "weekly.kept";
      case Discarded _ -> "weekly.discarded";
      case ReadyChanged _ -> "weekly.readyChanged";
      case Cleared _ -> BlindThing.cleared(Weekly.KIND);
      case Revealed _ -> BlindThing.revealed(Weekly.KIND);
      case Skipped _ -> "weekly.skipped";
      case Passed _ -> WeeklyDecider.PASSED;
      case Spoke _ -> "weekly.spoke";
      case Noted _ -> "weekly.noted";
      case Decided _ -> "weekly.decided";
      case Closed _ -> "weekly.closed";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Discarded _, ReadyChanged _, Cleared _ -> Target.MINE;
          default -> Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
