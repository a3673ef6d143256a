package app.haven.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/// Timers that could not be fired because of a mistake of ours. Each is tried once more, after a
/// longer and longer rest: one that never can must fill neither the machine nor its log.
final class Resting {
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private record Rest(Duration rest, Instant until) {}

  private final Cache<Timer, Rest> resting =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).maximumSize(MOST).build();

  boolean rests(Timer timer, Instant now) {
    var rest = resting.getIfPresent(timer);
    return rest != null && rest.until.isAfter(now);
  }

  void failed(Timer timer, Instant now) {
    var before = resting.getIfPresent(timer);
    var twice = before == null ? Duration.ofSeconds(1) : before.rest.multipliedBy(2);
    var rest = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    resting.put(timer, new Rest(rest, now.plus(rest)));
  }
}
