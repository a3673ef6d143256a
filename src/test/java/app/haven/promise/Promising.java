package app.haven.promise;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.Links;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// A couple's promises in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Promising {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param by null for the system
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, PromiseEvent event) {}

  /// @param at when it fired
  record Fired(Timer timer, Instant at) {}

  final List<Logged> log = new ArrayList<>();
  final List<Fired> fired = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  Map<UUID, PromiseRow> rows = new HashMap<>();
  private final PromiseDecider decider = new PromiseDecider(new Rows(), new Links(List.of()));

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// @param commits whether the node lives until the commit
  Optional<PromiseEvent> say(PersonId by, PromiseCommand command, Instant now, boolean commits) {
    var decision = decider.decide(new Who.Paired(by, COUPLE, other(by)), command, now);
    return commit(decision, OURS, Optional.of(by), now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<PromiseEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var decision = decider.fire(seen, List.of(new PersonId(seen.stream().value())), now);
    if (commits) {
      due.remove(seen.key());
      fired.add(new Fired(seen, now));
    }
    return commit(decision, seen.stream(), Optional.empty(), now, commits);
  }

  private Optional<PromiseEvent> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (PromiseEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (PromiseEvent) fact.data()).findFirst();
  }

  Map<UUID, Promise> states() {
    var states = new HashMap<UUID, Promise>();
    rows.forEach((id, row) -> states.put(id, row.state()));
    return states;
  }

  /// The rows as the events of `ours` alone give them: what a node knows that starts from nothing.
  Map<UUID, PromiseRow> fold() {
    var folded = new HashMap<UUID, PromiseRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      long seq = i + 1L;
      if (!logged.stream().equals(OURS)) continue;
      if (logged.event() instanceof PromiseEvent.Made made) {
        var begun = Promise.begun(made, logged.by().orElseThrow(), logged.at());
        folded.put(made.promise(), new PromiseRow(OURS, begun, seq));
      } else {
        Objects.requireNonNull(folded.get(logged.event().promise()))
            .remember(logged.event(), logged.at(), seq);
      }
    }
    return folded;
  }

  /// The answers of the real repository, from the rows in memory.
  private final class Rows extends Promises {
    @Override
    Optional<PromiseRow> of(StreamId ours, UUID promise) {
      return Optional.ofNullable(rows.get(promise));
    }

    @Override
    List<Instant> last(StreamId ours, PersonId maker) {
      return by(maker)
          .sorted(Comparator.comparing(PromiseRow::madeSeq).reversed())
          .limit(Promise.MOST)
          .map(PromiseRow::madeAt)
          .toList();
    }

    @Override
    int open(StreamId ours, PersonId maker) {
      return (int) by(maker).filter(row -> row.state() instanceof Promise.Open).count();
    }

    private Stream<PromiseRow> by(PersonId maker) {
      return rows.values().stream().filter(row -> row.state().card().maker().equals(maker));
    }

    @Override
    void add(PromiseRow row) {
      rows.put(row.id(), row);
    }
  }
}
