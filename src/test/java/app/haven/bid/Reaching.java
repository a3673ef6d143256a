package app.haven.bid;

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

/// A couple's bids in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Reaching {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param by null for the system
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, BidEvent event) {}

  /// @param at when it fired
  record Fired(Timer timer, Instant at) {}

  final List<Logged> log = new ArrayList<>();
  final List<Fired> fired = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  Map<UUID, BidRow> rows = new HashMap<>();
  private final BidDecider decider = new BidDecider(new Rows());

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// @param commits whether the node lives until the commit
  Optional<BidEvent> say(PersonId by, BidCommand command, Instant now, boolean commits) {
    var decision = decider.decide(new Who.Paired(by, COUPLE, other(by)), command, now);
    return commit(decision, OURS, Optional.of(by), now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<BidEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (commits) {
      due.remove(seen.key());
      if (!decision.facts().isEmpty()) fired.add(new Fired(seen, now));
    }
    return commit(decision, seen.stream(), Optional.empty(), now, commits);
  }

  private Optional<BidEvent> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (BidEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (BidEvent) fact.data()).findFirst();
  }

  /// The rows as the events alone give them: what a node knows that starts from nothing.
  Map<UUID, BidRow> fold() {
    var folded = new HashMap<UUID, BidRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      long seq = i + 1L;
      switch (logged.event()) {
        case BidEvent.Made made ->
            folded.put(
                made.bid(),
                new BidRow(OURS, Bid.begun(made, logged.by().orElseThrow(), logged.at()), seq));
        case BidEvent.Due _ -> {}
        case BidEvent event -> {
          var row = Objects.requireNonNull(folded.get(event.bid()));
          row.remember(row.state().after(event, logged.at()), seq);
        }
      }
    }
    return folded;
  }

  /// The answers of the real repository, from the rows in memory.
  private final class Rows extends Bids {
    @Override
    Optional<BidRow> of(StreamId ours, UUID bid) {
      return Optional.ofNullable(rows.get(bid));
    }

    @Override
    List<Instant> last(StreamId ours, PersonId sender) {
      return sent(sender)
          .sorted(Comparator.comparing(BidRow::madeSeq).reversed())
          .limit(Bid.MOST)
          .map(BidRow::madeAt)
          .toList();
    }

    @Override
    Optional<Instant> no(StreamId ours, PersonId sender, BidKind kind) {
      return sent(sender)
          .filter(row -> row.state().reach().kind() == kind)
          .map(row -> Optional.ofNullable(row.no()))
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder());
    }

    private Stream<BidRow> sent(PersonId sender) {
      return rows.values().stream().filter(row -> row.state().reach().sender().equals(sender));
    }

    @Override
    void add(BidRow row) {
      rows.put(row.id(), row);
    }
  }
}
