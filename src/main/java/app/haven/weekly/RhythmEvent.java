package app.haven.weekly;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Weekday;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/// What happens to the day and the time. It has no words: timers need all of it.
sealed interface RhythmEvent {
  record Proposed(UUID rhythm, Weekday weekday, LocalTime time, ZoneId zone, Form form)
      implements RhythmEvent {}

  record Agreed(UUID rhythm, Weekday weekday, LocalTime time, ZoneId zone, Form form)
      implements RhythmEvent {}

  record Stopped(UUID rhythm) implements RhythmEvent {}

  default String kind() {
    return switch (this) {
      case Proposed _ -> "rhythm.proposed";
      case Agreed _ -> "rhythm.agreed";
      case Stopped _ -> "rhythm.stopped";
    };
  }

  default Fact fact() {
    return new Fact(Target.OURS, kind(), (Record) this);
  }
}
