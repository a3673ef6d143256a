package app.haven.question;

import app.haven.kernel.PersonId;
import java.time.Instant;

/// Who draws next.
///
/// @param free from when both may
record TurnView(PersonId whose, Instant free) {
  static TurnView of(Turn turn) {
    return new TurnView(turn.whose(), turn.free());
  }
}
