package app.haven.weekly;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/// What happens to the day and the time. It has no words: timers need all of it.
sealed interface RhythmEvent {
  record Proposed(UUID rhythm, Weekday weekday, LocalTime time, ZoneId zone, Form form)
      implements RhythmEvent {}

  /// @param next when the two sit down the next time
  record Agreed(UUID rhythm, Weekday weekday, LocalTime time, ZoneId zone, Form form, Instant next)
      implements RhythmEvent {}

  record Stopped(UUID rhythm) implements RhythmEvent {}

  /// By the system, a day before. Answers can be written from now on.
  ///
  /// @param at when the two sit down
  /// @param next the time after this one
  record Opened(UUID weekly, UUID rhythm, Instant at, Form form, Instant next)
      implements RhythmEvent {}

  default String kind() {
    return switch (this) {
      case Proposed _ -> "weekly.proposed";
      case Agreed _ -> "weekly.agreed";
      case Stopped _ -> "weekly.stopped";
      case Opened _ -> RhythmDecider.OPENED;
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
