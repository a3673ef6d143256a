package app.haven.question;

import app.haven.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;

/// Who draws the next question. It goes back and forth, so that both choose how near the questions
/// come; after a day it is free for both, so that nobody stops the questions by doing nothing.
///
/// @param since when it came to them
record Turn(PersonId whose, Instant since) {
  static final Duration KEPT = Duration.ofHours(24);

  boolean allows(PersonId person, Instant now) {
    return person.equals(whose) || !now.isBefore(free());
  }

  /// From when both may draw.
  Instant free() {
    return since.plus(KEPT);
  }
}
