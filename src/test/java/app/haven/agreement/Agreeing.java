package app.haven.agreement;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.Event;
import app.haven.kernel.Json;
import app.haven.kernel.Links;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// A couple's agreements in memory: the real decider and rows under a kernel that keeps the
/// kernel's promises, without a database.
final class Agreeing {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param by null for the system
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, AgreementEvent event) {}

  final List<Logged> log = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  Map<UUID, AgreementRow> rows = new HashMap<>();
  final Map<Long, ChangeRow> changed = new TreeMap<>(Comparator.reverseOrder());
  final Map<AgreementReminderRow.Key, AgreementReminderRow> reminders = new HashMap<>();
  final Map<PersonId, ZoneId> zones = new HashMap<>();
  private final AgreementDecider decider =
      new AgreementDecider(
          new Rows(),
          new ChangeRows(),
          new Links(List.of()),
          new AgreementReminding(new Rows(), new Reminded(), new Two(), this::zone));

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  ZoneId zone(PersonId person) {
    return zones.getOrDefault(person, ZoneId.of("Europe/Berlin"));
  }

  /// @param commits whether the node lives until the commit
  Optional<AgreementEvent> say(
      PersonId by, AgreementCommand command, Instant now, boolean commits) {
    boolean alone = command instanceof AgreementCommand.Own;
    var who = alone ? new Who.Solo(by) : new Who.Paired(by, COUPLE, other(by));
    var decision = decider.decide(who, command, now);
    return commit(decision, alone ? by.mine() : OURS, Optional.of(by), now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<AgreementEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var decision = decider.fire(seen, List.of(new PersonId(seen.stream().value())), now);
    if (commits) due.remove(seen.key());
    return commit(decision, seen.stream(), Optional.empty(), now, commits);
  }

  private Optional<AgreementEvent> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (AgreementEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (AgreementEvent) fact.data()).findFirst();
  }

  Map<UUID, Agreement> states() {
    var states = new HashMap<UUID, Agreement>();
    rows.forEach((id, row) -> states.put(id, row.state()));
    return states;
  }

  /// The rows as the events of `ours` alone give them: what a node knows that starts from nothing.
  Map<UUID, AgreementRow> fold() {
    var folded = new HashMap<UUID, AgreementRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      long seq = i + 1L;
      if (!(logged.event() instanceof AgreementEvent.Entry entry)) continue;
      var by = logged.by().orElseThrow();
      if (entry instanceof AgreementEvent.Proposed proposed) {
        var begun = Agreement.begun(proposed, by, logged.at());
        folded.put(entry.agreement(), new AgreementRow(OURS, begun, proposed, seq));
      } else {
        Objects.requireNonNull(folded.get(entry.agreement())).remember(entry, by, logged.at(), seq);
      }
    }
    return folded;
  }

  /// The history of one, as it is read from the log.
  List<Event> history(UUID agreement) {
    var entries = new ArrayList<Event>();
    Objects.requireNonNull(rows.get(agreement))
        .seqs()
        .forEach(seq -> {
          var logged = log.get((int) seq - 1);
          ObjectNode data = Json.MAPPER.valueToTree(logged.event());
          var by = logged.by().orElseThrow();
          entries.add(
              new Event(
                  OURS, seq, agreement, logged.at(), by, logged.event().wire(), data.deepCopy()));
        });
    return entries;
  }

  boolean intact(UUID agreement) {
    return Chain.intact(history(agreement), Objects.requireNonNull(rows.get(agreement)).hash());
  }

  /// The answers of the real repository, from the rows in memory.
  private final class Rows extends Agreements {
    @Override
    Optional<AgreementRow> of(StreamId ours, UUID agreement) {
      return Optional.ofNullable(rows.get(agreement));
    }

    @Override
    int waiting(StreamId ours, PersonId author) {
      return (int)
          rows.values().stream()
              .map(AgreementRow::state)
              .filter(state -> state.card().author().equals(author))
              .filter(Agreement.Waiting.class::isInstance)
              .count();
    }

    @Override
    Optional<Instant> no(StreamId ours, Kind kind, PersonId to) {
      return rows.values().stream()
          .filter(row -> row.kind() == kind)
          .flatMap(row -> row.no(to).stream())
          .max(Comparator.naturalOrder());
    }

    @Override
    void add(AgreementRow row) {
      rows.put(row.id(), row);
    }
  }

  private final class Reminded extends AgreementReminders {
    @Override
    Optional<AgreementReminderRow> of(PersonId reminded, UUID agreement) {
      return Optional.ofNullable(reminders.get(new AgreementReminderRow.Key(reminded, agreement)));
    }

    @Override
    void add(AgreementReminderRow row) {
      reminders.put(row.key(), row);
    }

    @Override
    void remove(AgreementReminderRow row) {
      reminders.remove(row.key());
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

  private final class ChangeRows extends Changes {
    @Override
    List<Instant> last(StreamId ours, PersonId author) {
      return changed.values().stream()
          .filter(row -> row.author().equals(author))
          .limit(Moment.MOST_CHANGES)
          .map(ChangeRow::at)
          .toList();
    }

    @Override
    void add(ChangeRow row) {
      changed.put((long) log.size(), row);
    }
  }
}
