package app.haven.timeout;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// A couple's space in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Space {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  record Logged(StreamId stream, Instant at, TimeoutEvent event) {}

  /// @param at when it fired
  record Fired(Timer timer, Instant at) {}

  final List<Logged> log = new ArrayList<>();
  final List<Fired> fired = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  Map<UUID, TimeoutRow> rows = new HashMap<>();
  private final TimeoutDecider decider =
      new TimeoutDecider(new Rows(), new Words(), _ -> Locale.ENGLISH);

  /// @param commits whether the node lives until the commit
  /// @return what happened, if anything
  Optional<TimeoutEvent> say(PersonId by, TimeoutCommand command, Instant now, boolean commits) {
    var who = new Who.Paired(by, COUPLE, by.equals(ALEX) ? SAM : ALEX);
    decider.preload(List.of(new Decider.Asked<>(who, command)), List.of());
    return commit(decider.decide(who, command, now), OURS, now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<TimeoutEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    decider.preload(List.of(), List.of(seen));
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (commits) {
      due.remove(seen.key());
      if (!decision.facts().isEmpty()) fired.add(new Fired(seen, now));
    }
    return commit(decision, seen.stream(), now, commits);
  }

  private Optional<TimeoutEvent> commit(
      Decision decision, StreamId stream, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, (TimeoutEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (TimeoutEvent) fact.data()).findFirst();
  }

  /// The rows as the events alone give them: what a node knows that starts from nothing.
  Map<UUID, TimeoutRow> fold() {
    var folded = new HashMap<UUID, TimeoutRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      if (!logged.stream().equals(OURS)) continue;
      long seq = i + 1L;
      if (logged.event() instanceof TimeoutEvent.Called called) {
        folded.put(called.timeout(), new TimeoutRow(OURS, Timeout.begun(called), seq));
      } else {
        var row = folded.get(logged.event().timeout());
        if (row == null) throw new AssertionError("an event of no time-out");
        row.remember(row.state().after(logged.event(), logged.at()), logged.event(), seq);
      }
    }
    return folded;
  }

  Stream<Timeout> states() {
    return rows.values().stream().map(TimeoutRow::state);
  }

  /// Knows what was loaded, and nothing else: a decider that forgets to load is found out.
  @SuppressWarnings("NullAway") // needs no transaction
  private final class Rows extends Timeouts {
    private final Set<TimeoutRow.Key> asked = new HashSet<>();
    private boolean open;

    Rows() {
      super(null);
    }

    @Override
    void load(Collection<TimeoutRow.Key> keys, Collection<StreamId> withOpen) {
      asked.clear();
      asked.addAll(keys);
      open = withOpen.contains(OURS);
    }

    @Override
    Optional<TimeoutRow> known(StreamId ours, UUID id) {
      return known(ours).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    Collection<TimeoutRow> known(StreamId ours) {
      return rows.values().stream()
          .filter(row ->
              asked.contains(new TimeoutRow.Key(ours, row.id()))
                  || (open && row.state() instanceof Timeout.Open))
          .toList();
    }

    @Override
    long talksAhead(StreamId ours, PersonId caller, Instant now) {
      return rows.values().stream()
          .map(TimeoutRow::state)
          .filter(state -> state.caller().equals(caller))
          .map(state -> state.standing().talkAt())
          .filter(at -> at != null && at.isAfter(now))
          .count();
    }

    @Override
    void add(TimeoutRow row) {
      rows.put(row.id(), row);
    }
  }

  @SuppressWarnings("NullAway") // needs no database
  private final class Words extends EventLog {
    Words() {
      super(null, null);
    }

    @Override
    public Map<Long, Event> at(StreamId stream, Collection<Long> seqs) {
      var found = new TreeMap<Long, Event>();
      for (long seq : seqs) {
        var logged = log.get((int) seq - 1);
        found.put(
            seq,
            new Event(
                stream,
                seq,
                new UUID(0, seq),
                logged.at(),
                null,
                logged.event().kind(),
                Json.MAPPER.valueToTree(logged.event())));
      }
      return found;
    }
  }
}
