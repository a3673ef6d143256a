package app.haven.plan;

import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The rules of the box of ideas. Pure.
final class Idea {
  static final int MOST = 20;

  /// Of each: nobody fills the box for both.
  static final int MOST_STANDING = 50;

  static final Duration WINDOW = Duration.ofHours(1);

  private Idea() {}

  /// @param last when this person added their last ones, at most twenty, newest first
  /// @param standing how many of theirs stand
  static void mayBeAdded(List<Instant> last, int standing, Instant now) {
    if (standing >= MOST_STANDING) {
      throw Refusal.conflict("Fifty ideas of yours are in the box. That is the most.", null);
    }
    if (last.size() < MOST) return;
    var free = last.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) {
      throw Refusal.rate(
          "Twenty ideas in an hour are enough for now. There is time.",
          Duration.between(now, free));
    }
  }

  static Refusal idTaken() {
    return Refusal.conflict("This id already names an idea.", null);
  }
}
