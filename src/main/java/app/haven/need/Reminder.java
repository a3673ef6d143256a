package app.haven.need;

import app.haven.kernel.Times;
import java.util.UUID;

/// Where the reminder of a need is. Proposing another one ends the one that stands: nobody is
/// reminded in words they have not agreed to.
sealed interface Reminder {
  record None() implements Reminder {}

  record Proposed(UUID id, Times times) implements Reminder {}

  record Agreed(UUID id, Times times) implements Reminder {}
}
