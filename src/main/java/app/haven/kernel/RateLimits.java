package app.haven.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// At most 20 commands in 10 seconds for one person on one node: nobody can flood the other.
@ApplicationScoped
public class RateLimits {
  static final int COMMANDS = 20;
  static final Duration WINDOW = Duration.ofSeconds(10);

  private final Cache<PersonId, Deque<Instant>> recent =
      Caffeine.newBuilder().expireAfterAccess(WINDOW).build();
  private final KernelSettings settings;
  private final Clock clock;

  @Inject
  public RateLimits(KernelSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void command(PersonId person) {
    if (!settings.rateLimits()) return;
    var times = recent.get(person, _ -> new ArrayDeque<>());
    synchronized (times) {
      var now = clock.instant();
      while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WINDOW))) times.removeFirst();
      if (times.size() >= COMMANDS) {
        throw Refusal.rate(
            "That was a lot at once. Please wait a moment.",
            Duration.between(now, times.getFirst().plus(WINDOW)));
      }
      times.addLast(now);
    }
  }
}
