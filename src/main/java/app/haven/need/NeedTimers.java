package app.haven.need;

import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import app.haven.kernel.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/// Which promise the server keeps for a need.
final class NeedTimers {
  static final String REMINDED = "need.reminded";

  private NeedTimers() {}

  static Timer next(PersonId reminded, UUID need, Times times, ZoneId zone, Instant after) {
    var key = key(reminded, need);
    return new Timer(key.stream(), key.kind(), key.thing(), times.next(after, zone));
  }

  static Timer.Key key(PersonId reminded, UUID need) {
    return new Timer.Key(reminded.mine(), REMINDED, need);
  }
}
