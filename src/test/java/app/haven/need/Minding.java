package app.haven.need;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// A couple's needs in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Minding {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param data the event of a need, or that words were erased
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, Record data) {}

  final List<Logged> log = new ArrayList<>();
  final List<Long> erased = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  final Map<UUID, NeedRow> rows = new HashMap<>();
  final Map<OwnCardRow.Key, OwnCardRow> own = new HashMap<>();
  final Map<ReminderRow.Key, ReminderRow> heard = new HashMap<>();
  final Map<PersonId, ZoneId> zones = new HashMap<>();
  private final NeedDecider decider =
      new NeedDecider(
          new Rows(),
          new Cards(),
          new Reminding(
              new Rows(),
              new Heard(),
              new Two(),
              person -> zones.getOrDefault(person, ZoneId.of("Europe/Berlin"))));

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// @param commits whether the node lives until the commit
  Optional<Record> say(PersonId by, NeedCommand command, Instant now, boolean commits) {
    boolean alone = command instanceof NeedCommand.Own;
    var who = alone ? new Who.Solo(by) : new Who.Paired(by, COUPLE, other(by));
    var decision = decider.decide(who, command, now);
    return commits
        ? commit(decision, alone ? by.mine() : OURS, Optional.of(by), now)
        : Optional.empty();
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<Record> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var readers = List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (!commits) return Optional.empty();
    due.remove(seen.key());
    return commit(decision, seen.stream(), Optional.empty(), now);
  }

  private Optional<Record> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now) {
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, fact.data()));
      seqs.add((long) log.size());
    }
    erased.addAll(decision.erased());
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return seqs.isEmpty() ? Optional.empty() : Optional.of(decision.facts().getFirst().data());
  }

  /// The states as the events of `ours` alone give them: what a node knows that starts from
  /// nothing.
  Map<UUID, Need> fold() {
    var folded = new HashMap<UUID, Need>();
    for (var logged : log) {
      if (!logged.stream().equals(OURS)) continue;
      var by = logged.by().orElseThrow();
      switch (logged.data()) {
        case WordsErased(_, var id) -> folded.computeIfPresent(id, (_, need) -> need.takenBack());
        case NeedEvent event ->
            folded.compute(
                event.need(),
                (id, need) ->
                    (need == null ? Need.begun(id, by) : need).after(event, by, logged.at()));
        default -> throw new AssertionError(logged);
      }
    }
    return folded;
  }

  private final class Rows extends Needs {
    @Override
    Optional<NeedRow> of(StreamId ours, UUID need) {
      return Optional.ofNullable(rows.get(need));
    }

    @Override
    List<Instant> last(StreamId ours, PersonId author) {
      return SharedRows.last(rows.values().stream().filter(row -> row.author().equals(author)));
    }

    @Override
    int standing(StreamId ours, PersonId author) {
      return (int)
          rows.values().stream().filter(row -> row.author().equals(author) && row.shared()).count();
    }

    @Override
    void add(NeedRow row) {
      rows.put(row.id(), row);
    }
  }

  private final class Cards extends OwnCards {
    @Override
    Optional<OwnCardRow> of(PersonId owner, Card kind, UUID id) {
      return Optional.ofNullable(own.get(new OwnCardRow.Key(owner, kind, id)));
    }

    @Override
    int count(PersonId owner, Card kind) {
      return (int)
          own.keySet().stream().filter(key -> key.stream().equals(owner.mine().value())).count();
    }

    @Override
    void add(OwnCardRow row) {
      own.put(row.key(), row);
    }

    @Override
    void remove(OwnCardRow row) {
      own.remove(row.key());
    }
  }

  private final class Heard extends Reminders {
    @Override
    ReminderRow of(PersonId reminded, UUID need) {
      var key = new ReminderRow.Key(reminded, need);
      return Optional.ofNullable(heard.get(key)).orElseGet(() -> new ReminderRow(reminded, need));
    }

    @Override
    void keep(ReminderRow row) {
      heard.put(row.key(), row);
    }
  }

  private static final class Two implements Partners {
    @Override
    public Optional<Who.Paired> of(PersonId person) {
      return Optional.of(new Who.Paired(person, COUPLE, other(person)));
    }

    @Override
    public Map<PersonId, CoupleId> couples(Collection<PersonId> people) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> since(CoupleId couple) {
      throw new UnsupportedOperationException();
    }
  }
}
