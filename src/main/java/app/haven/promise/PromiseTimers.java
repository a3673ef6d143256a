package app.haven.promise;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When the server reminds the one who made a promise: shortly before, and when its day has come,
/// once each. The partner is told of neither.
final class PromiseTimers {
  static final String SOON = "promise.soon";
  static final String DUE = "promise.due";
  static final Set<String> KINDS = Set.of(SOON, DUE);

  /// Where an hour was named.
  static final Duration HOUR_BEFORE = Duration.ofHours(1);

  /// Where only the day counts and its maker is asked in the evening: in the morning.
  static final Duration SAME_MORNING = Duration.ofHours(11);

  private PromiseTimers() {}

  /// The timers of a promise that was made or changed just now.
  static Decision setting(Decision decision, Promise after, @Nullable LocalDate on, Instant now) {
    var mine = after.card().maker().mine();
    var id = after.card().id();
    var due = new Timer(mine, DUE, id, after.due());
    var before = on == null ? HOUR_BEFORE : SAME_MORNING;
    // What was said a moment ago needs no reminder yet.
    if (after.due().minus(before.multipliedBy(2)).isBefore(now)) {
      return decision.dropping(List.of(new Timer.Key(mine, SOON, id))).setting(List.of(due));
    }
    return decision.setting(List.of(new Timer(mine, SOON, id, after.due().minus(before)), due));
  }

  static List<Timer.Key> all(PersonId maker, UUID promise) {
    var keys = new ArrayList<Timer.Key>();
    for (var kind : KINDS) keys.add(new Timer.Key(maker.mine(), kind, promise));
    return keys;
  }
}
