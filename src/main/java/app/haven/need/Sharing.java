package app.haven.need;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often someone may put a need or a boundary before the other. Pure.
final class Sharing {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofDays(1);
  static final int MOST_VERSIONS = 20;

  private Sharing() {}

  /// @param last when this person shared their last ones of this kind, newest first
  static void notTooMany(List<Instant> last, Instant now) {
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) throw NeedRefusals.enough(Duration.between(now, free));
  }
}
