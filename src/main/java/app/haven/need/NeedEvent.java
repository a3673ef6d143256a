package app.haven.need;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Weekday;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to a need, besides the taking back of words, which is the kernel's own event.
sealed interface NeedEvent {
  UUID need();

  /// For its owner alone, as [Changed] is.
  record Kept(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements NeedEvent {}

  record Changed(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements NeedEvent {}

  record Shared(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements NeedEvent {}

  record Answered(UUID need, Answer answer, @Words @Nullable String words) implements NeedEvent {}

  record RemindProposed(
      UUID need,
      UUID reminder,
      @Words(280) String words,
      List<LocalTime> times,
      List<Weekday> weekdays)
      implements NeedEvent {}

  record RemindAgreed(UUID need, UUID reminder) implements NeedEvent {}

  record RemindStopped(UUID need) implements NeedEvent {}

  /// Tells the one who agreed, and nobody else. The words stand with the need.
  record Reminded(UUID need) implements NeedEvent {}

  /// For the one who is reminded alone, as [RemindResumed] is.
  record RemindPaused(UUID need, @Nullable Instant until) implements NeedEvent {}

  record RemindResumed(UUID need) implements NeedEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Kept _ -> "need.kept";
      case Changed _ -> "need.changed";
      case Shared _ -> "need.shared";
      case Answered _ -> "need.answered";
      case RemindProposed _ -> "need.remindProposed";
      case RemindAgreed _ -> "need.remindAgreed";
      case RemindStopped _ -> "need.remindStopped";
      case Reminded _ -> NeedTimers.REMINDED;
      case RemindPaused _ -> "need.remindPaused";
      case RemindResumed _ -> "need.remindResumed";
    };
  }

  default Fact fact() {
    var target =
        switch (this) {
          case Kept _, Changed _, Reminded _, RemindPaused _, RemindResumed _ -> Target.MINE;
          case Shared _, Answered _, RemindProposed _, RemindAgreed _, RemindStopped _ ->
              Target.OURS;
        };
    return new Fact(target, kind(), (Record) this);
  }
}
