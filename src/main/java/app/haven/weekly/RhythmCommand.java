package app.haven.weekly;

import app.haven.kernel.Weekday;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/// What can be done about the day and the time.
sealed interface RhythmCommand {
  UUID rhythm();

  record Propose(UUID rhythm, Weekday weekday, LocalTime time, ZoneId zone, Form form)
      implements RhythmCommand {}

  /// The other's yes to exactly this proposal.
  record Agree(UUID rhythm) implements RhythmCommand {}

  /// Either one, alone: no further one opens.
  record Stop(UUID rhythm) implements RhythmCommand {}
}
