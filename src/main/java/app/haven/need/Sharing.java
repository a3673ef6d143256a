package app.haven.need;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often someone may put a need or a boundary before the other. Pure.
final class Sharing {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofDays(1);
  static final int MOST_VERSIONS = 20;
  static final int MOST_STANDING = 50;

  private Sharing() {}

  /// What is new stands on the pages of both until it is taken back.
  ///
  /// @param standing how many of this kind this person shares
  static void room(int standing) {
    if (standing >= MOST_STANDING) throw NeedRefusals.sharedEnough();
  }

  /// @param last when this person shared their last ones of this kind, newest first
  static void notTooMany(List<Instant> last, Instant now) {
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) throw NeedRefusals.enough(Duration.between(now, free));
  }
}
