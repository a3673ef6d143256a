package app.haven.hold;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The rules of a hold. Pure.
final class Hold {
  static final String OVER = "hold.over";
  static final String SHARED = "hold.shared";
  static final int MOST = 5;
  static final Duration WITHIN = Duration.ofDays(366);

  private Hold() {}

  static void mayStandUntil(Instant until, Instant now) {
    if (!until.isAfter(now)) {
      throw Refusal.of(Code.TOO_SOON, "Please choose a time that is ahead.");
    }
    if (until.isAfter(now.plus(WITHIN))) {
      throw Refusal.of(Code.TOO_LONG, "Please choose a time within a year.");
    }
  }

  static Refusal enough() {
    return Refusal.conflict("Five are standing already. That is the most.", null);
  }

  /// Says nothing of the one that stands: the other could learn by it what is not shown to them.
  static Refusal idTaken() {
    return Refusal.conflict("This id already names a hold.", null);
  }

  static Timer over(PersonId owner, UUID hold, Instant until) {
    return new Timer(owner.mine(), OVER, hold, until);
  }
}
