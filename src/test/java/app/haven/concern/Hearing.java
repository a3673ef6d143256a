package app.haven.concern;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
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

/// A couple's concerns in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Hearing {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param by null for the system
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, ConcernEvent event) {}

  /// @param at when it fired
  record Fired(Timer timer, Instant at) {}

  /// A draft is its author's alone.
  record DraftKey(PersonId author, UUID concern) {}

  final List<Logged> log = new ArrayList<>();
  final List<Fired> fired = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  final Map<DraftKey, ConcernDraftRow> drafts = new HashMap<>();
  Map<UUID, ConcernRow> rows = new HashMap<>();
  private final ConcernDecider decider = new ConcernDecider(new Rows(), new DraftRows());

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  static boolean isPrivate(ConcernCommand command) {
    return command instanceof ConcernCommand.Keep || command instanceof ConcernCommand.Discard;
  }

  /// @param commits whether the node lives until the commit
  Optional<ConcernEvent> say(PersonId by, ConcernCommand command, Instant now, boolean commits) {
    boolean alone = isPrivate(command);
    var who = alone ? new Who.Solo(by) : new Who.Paired(by, COUPLE, other(by));
    var decision = decider.decide(who, command, now);
    return commit(decision, alone ? by.mine() : OURS, Optional.of(by), now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<ConcernEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (commits) {
      due.remove(seen.key());
      if (!decision.facts().isEmpty()) fired.add(new Fired(seen, now));
    }
    return commit(decision, seen.stream(), Optional.empty(), now, commits);
  }

  private Optional<ConcernEvent> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (ConcernEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (ConcernEvent) fact.data()).findFirst();
  }

  Map<UUID, Concern> states() {
    var states = new HashMap<UUID, Concern>();
    rows.forEach((id, row) -> states.put(id, row.state()));
    return states;
  }

  /// The rows as the events of `ours` alone give them: what a node knows that starts from nothing.
  Map<UUID, ConcernRow> fold() {
    var folded = new HashMap<UUID, ConcernRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      long seq = i + 1L;
      if (!logged.stream().equals(OURS)) continue;
      if (logged.event() instanceof ConcernEvent.Raised raised) {
        var begun = Concern.begun(raised, logged.by().orElseThrow(), logged.at());
        folded.put(raised.concern(), new ConcernRow(OURS, begun, seq));
      } else {
        Objects.requireNonNull(folded.get(logged.event().concern()))
            .remember(logged.event(), logged.at(), seq);
      }
    }
    return folded;
  }

  /// The answers of the real repository, from the rows in memory.
  private final class Rows extends Concerns {
    @Override
    Optional<ConcernRow> of(StreamId ours, UUID concern) {
      return Optional.ofNullable(rows.get(concern));
    }

    @Override
    List<Instant> last(StreamId ours, PersonId author) {
      return by(author)
          .sorted(Comparator.comparing(ConcernRow::raisedSeq).reversed())
          .limit(Concern.MOST)
          .map(ConcernRow::raisedAt)
          .toList();
    }

    @Override
    int parked(StreamId ours, PersonId author) {
      return (int) by(author).filter(row -> row.state() instanceof Concern.Parked).count();
    }

    @Override
    Optional<ConcernRow> open(StreamId ours) {
      return rows.values().stream().filter(row -> row.state() instanceof Concern.Open).findFirst();
    }

    @Override
    Optional<Concern.Turn> turn(StreamId ours) {
      return rows.values().stream()
          .flatMap(row ->
              Stream.ofNullable(row.freedAt())
                  .map(at -> new Concern.Turn(row.state().card().author(), at)))
          .max(Comparator.comparing(Concern.Turn::freedAt));
    }

    private Stream<ConcernRow> by(PersonId author) {
      return rows.values().stream().filter(row -> row.state().card().author().equals(author));
    }

    @Override
    void add(ConcernRow row) {
      rows.put(row.id(), row);
    }
  }

  private final class DraftRows extends ConcernDrafts {
    @Override
    Optional<ConcernDraftRow> of(PersonId author, UUID concern) {
      return Optional.ofNullable(drafts.get(new DraftKey(author, concern)));
    }

    @Override
    int count(PersonId author) {
      return (int) drafts.keySet().stream().filter(key -> key.author().equals(author)).count();
    }

    @Override
    void add(ConcernDraftRow row) {
      drafts.put(new DraftKey(row.author(), row.id()), row);
    }

    @Override
    void remove(ConcernDraftRow row) {
      drafts.remove(new DraftKey(row.author(), row.id()));
    }
  }
}
