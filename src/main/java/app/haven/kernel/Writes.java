package app.haven.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one transaction will write, gathered while the features decide, then written in a few
/// statements whatever its size.
final class Writes {
  private final List<EventLog.Numbered> events = new ArrayList<>();
  private final Set<Stream> moved = new HashSet<>();
  private final TreeSet<Timer.Key> dropped = new TreeSet<>();
  private final TreeMap<Timer.Key, Timer> set = new TreeMap<>();
  private final Map<Answered.Key, Answered.First> answers = new HashMap<>();
  private final List<Answered.Key> refused = new ArrayList<>();
  private final List<Erasure> erasures = new ArrayList<>();

  private record Erasure(StreamId stream, PersonId author, List<Long> seqs) {}

  /// @param by null for the system
  void take(
      EventLog log,
      Decision decision,
      Stream stream,
      UUID command,
      @Nullable PersonId by,
      Instant at) {
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      if (fact.target() != stream.target()) {
        throw new IllegalStateException(fact.kind() + " names a stream that is not locked");
      }
      var event = log.number(stream, command, at, by, fact);
      events.add(event);
      seqs.add(event.seq());
      moved.add(stream);
    }
    if (!decision.erased().isEmpty()) {
      if (by == null) throw new IllegalStateException("the system takes no words back");
      erasures.add(new Erasure(stream.id(), by, decision.erased()));
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(this::drop);
    decision.set().forEach(timer -> set.put(timer.key(), timer));
  }

  void drop(Timer.Key timer) {
    set.remove(timer);
    dropped.add(timer);
  }

  /// Not if something before it in this transaction took it away or moved it, or a clock stepped
  /// back since the worker looked: never early.
  boolean stands(Timer timer, Instant at) {
    return !timer.at().isAfter(at)
        && !dropped.contains(timer.key())
        && !set.containsKey(timer.key());
  }

  void answer(Answered.Key key, Answered.First first) {
    answers.put(key, first);
  }

  void refuse(Answered.Key key) {
    refused.add(key);
  }

  void write(EventLog log, Streams streams, Due due, Answered answered, Witnesses witnesses) {
    log.append(events);
    erasures.forEach(erasure -> log.erase(erasure.stream(), erasure.author(), erasure.seqs()));
    streams.advance(moved);
    witnesses.tell(events, moved);
    dropped.removeAll(set.keySet());
    due.change(dropped, set);
    answered.remember(answers);
    answered.release(refused);
  }

  Map<StreamId, Long> heads() {
    var heads = new HashMap<StreamId, Long>();
    moved.forEach(stream -> heads.put(stream.id(), stream.head()));
    return heads;
  }
}
