package app.haven.notify;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import java.time.Instant;

/// Something that has to reach somebody in one way: one attempt after the other, by whichever node.
///
/// @param way the id of a push subscription, or [#MAIL]
/// @param at when it happened
/// @param attempts those begun, this one included
/// @param held whether it waited for the end of a quiet time
record Notice(
    StreamId stream,
    long seq,
    PersonId person,
    String way,
    String kind,
    Instant at,
    int attempts,
    boolean held) {
  static final String MAIL = "mail";

  boolean byMail() {
    return way.equals(MAIL);
  }
}
