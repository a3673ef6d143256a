package app.haven.feeling;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens around how one is, besides the taking back of words, which is the kernel's own
/// event. Also what was only tapped is sealed: a feeling is as private as a sentence.
sealed interface FeelingEvent {

  /// @param at when it was
  /// @param anew true where it takes the place of an earlier version
  record Kept(
      UUID moment,
      @Words @Nullable Feeling feeling,
      @Words(80) @Nullable String own,
      @Words @Nullable Integer intensity,
      @Words @Nullable List<Sensation> sensations,
      @Words @Nullable String fact,
      @Words @Nullable String note,
      Instant at,
      @Nullable Boolean anew)
      implements FeelingEvent {}

  /// @param ask true where the other is asked what they need
  record Shared(
      UUID moment,
      @Words @Nullable Feeling feeling,
      @Words(80) @Nullable String own,
      @Words @Nullable Integer intensity,
      @Words @Nullable List<Sensation> sensations,
      @Words @Nullable String fact,
      @Words @Nullable String note,
      @Nullable Boolean ask)
      implements FeelingEvent {}

  record Answered(UUID moment, @Nullable Reply reply, @Words @Nullable String words)
      implements FeelingEvent {}

  record LevelChosen(@Nullable Level level) implements FeelingEvent {}

  record ReminderSet(Integer reminder, @Nullable LocalTime at) implements FeelingEvent {}

  /// One of the three times has come.
  record Due(Integer reminder) implements FeelingEvent {}

  record Snoozed(Integer reminder, Instant until) implements FeelingEvent {}

  record Skipped(Integer reminder) implements FeelingEvent {}

  record WordKept(UUID word, @Words(80) String words) implements FeelingEvent {}

  record WordDropped(UUID word) implements FeelingEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "feeling.kept";
      case Shared _ -> "feeling.shared";
      case Answered _ -> "feeling.answered";
      case LevelChosen _ -> "feeling.levelChosen";
      case ReminderSet _ -> "feeling.reminderSet";
      case Due _ -> "feeling.due";
      case Snoozed _ -> "feeling.snoozed";
      case Skipped _ -> "feeling.skipped";
      case WordKept _ -> "feeling.wordKept";
      case WordDropped _ -> "feeling.wordDropped";
    };
  }

  default Fact toFact() {
    var target = this instanceof Shared || this instanceof Answered ? Target.OURS : Target.MINE;
    return new Fact(target, kind(), (Record) this);
  }
}
