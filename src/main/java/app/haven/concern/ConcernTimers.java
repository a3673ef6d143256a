package app.haven.concern;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Which promises the server keeps for a concern.
final class ConcernTimers {
  static final String RESTED = "concern.rested";
  static final String DUE = "concern.due";
  static final Set<String> KINDS = Set.of(RESTED, DUE);

  private ConcernTimers() {}

  /// What an event changes about the timers.
  ///
  /// @param hearing the one it was raised to
  static Decision change(
      Decision decision, StreamId ours, Concern after, PersonId hearing, Instant now) {
    var id = after.card().id();
    var due = new Timer.Key(hearing.mine(), DUE, id);
    if (!(after instanceof Concern.Open open)) {
      return decision.dropping(List.of(new Timer.Key(ours, RESTED, id), due));
    }
    var until = open.needsTimeUntil();
    var word = until == null ? now : until;
    var rests = new Timer(ours, RESTED, id, word.plus(Concern.RESTS));
    return until == null
        ? decision.dropping(List.of(due)).setting(List.of(rests))
        : decision.setting(List.of(rests, new Timer(hearing.mine(), DUE, id, until)));
  }

  /// All that may stand for a concern, whoever raised it.
  static Stream<Timer.Key> all(StreamId ours, UUID concern, List<PersonId> both) {
    return Stream.concat(
        Stream.of(new Timer.Key(ours, RESTED, concern)),
        both.stream().map(person -> new Timer.Key(person.mine(), DUE, concern)));
  }
}
