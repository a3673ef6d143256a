package app.haven.question;

import app.haven.kernel.Blind;
import app.haven.kernel.Blinds;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A couple's questions in memory: the real decider, rows and blind exchange under a kernel that
/// keeps the kernel's promises (one at a time, all or nothing, a timer only as it stands).
final class Asking {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  /// @param by null for the system
  record Logged(StreamId stream, @Nullable PersonId by, Instant at, Record event) {}

  final List<Logged> log = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  final Map<UUID, QuestionRow> rows = new HashMap<>();
  final Map<UUID, OwnRow> owns = new HashMap<>();
  final Blinds blinds = new Blinds();
  Optional<Turn> turn = Optional.empty();
  private final QuestionDecider decider;

  Asking() {
    var questions = new Rows();
    var turns = new TheTurn();
    var answers = new QuestionAnswers(questions, turns, new Blind(blinds, new Couple(), new Log()));
    decider = new QuestionDecider(questions, turns, new OwnRows(), answers);
  }

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// @param commits whether the node lives until the commit
  Optional<Record> say(PersonId by, QuestionCommand command, Instant now, boolean commits) {
    boolean alone = command instanceof QuestionCommand.Blind;
    var who = alone ? new Who.Solo(by) : new Who.Paired(by, COUPLE, other(by));
    return commit(decider.decide(who, command, now), alone ? by.mine() : OURS, by, now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<Record> fire(Timer seen, Instant now) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    due.remove(seen.key());
    return commit(decider.fire(seen, readers, now), seen.stream(), null, now, true);
  }

  private Optional<Record> commit(
      Decision decision, StreamId stream, @Nullable PersonId by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, by, now, fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> fact.data()).findFirst();
  }

  private final class Rows extends Questions {
    @Override
    Optional<QuestionRow> of(StreamId ours, UUID question) {
      return Optional.ofNullable(rows.get(question));
    }

    @Override
    Optional<QuestionRow> open(StreamId ours) {
      return rows.values().stream().filter(row -> row.state() instanceof Question.Open).findFirst();
    }

    @Override
    List<Instant> last(StreamId ours, PersonId person) {
      return newest()
          .filter(row -> person.equals(log.get((int) row.drawnSeq() - 1).by()))
          .limit(Question.MOST)
          .map(QuestionRow::drawnAt)
          .toList();
    }

    @Override
    List<QuestionRow> lap(StreamId ours, Depth depth) {
      var all = newest().filter(row -> row.state().card().depth() == depth).toList();
      return all.stream().filter(row -> row.lap() == all.getFirst().lap()).toList();
    }

    private Stream<QuestionRow> newest() {
      return rows.values().stream()
          .sorted(Comparator.comparingLong(QuestionRow::drawnSeq).reversed());
    }

    @Override
    void add(QuestionRow row) {
      rows.put(row.id(), row);
    }

    @Override
    void addInstead(QuestionRow row) {
      add(row);
    }
  }

  private final class TheTurn extends Turns {
    @Override
    Optional<Turn> of(StreamId ours) {
      return turn;
    }

    @Override
    void set(StreamId ours, Turn to) {
      turn = Optional.of(to);
    }
  }

  private final class OwnRows extends Owns {
    @Override
    Optional<OwnRow> of(StreamId ours, UUID own) {
      return Optional.ofNullable(owns.get(own));
    }

    @Override
    List<UUID> inDeck(StreamId ours, Depth depth) {
      return standing().filter(own -> own.depth() == depth).map(Own::id).toList();
    }

    @Override
    int standing(StreamId ours, PersonId author) {
      return (int) standing().filter(own -> own.author().equals(author)).count();
    }

    private Stream<Own> standing() {
      return owns.values().stream().map(OwnRow::state).filter(own -> !own.gone());
    }

    @Override
    List<Instant> last(StreamId ours, PersonId author) {
      return owns.values().stream()
          .filter(row -> row.state().author().equals(author))
          .sorted(Comparator.comparingLong(OwnRow::addedSeq).reversed())
          .limit(Own.MOST_AN_HOUR)
          .map(OwnRow::addedAt)
          .toList();
    }

    @Override
    void add(OwnRow row) {
      owns.put(row.state().id(), row);
    }
  }

  private static final class Couple implements Partners {
    @Override
    public Optional<Who.Paired> of(PersonId person) {
      return Optional.of(new Who.Paired(person, COUPLE, other(person)));
    }

    @Override
    public Map<PersonId, CoupleId> couples(Collection<PersonId> people) {
      throw new AssertionError("nobody asks for many");
    }

    @Override
    public Optional<Instant> since(CoupleId couple) {
      throw new AssertionError("nobody asks since when");
    }
  }

  @SuppressWarnings("NullAway") // needs no database
  private final class Log extends EventLog {
    Log() {
      super(null, null);
    }

    @Override
    public Map<Long, Event> at(StreamId stream, Collection<Long> seqs) {
      var found = new TreeMap<Long, Event>();
      for (long seq : seqs) {
        var logged = log.get((int) seq - 1);
        if (!logged.stream().equals(stream)) throw new AssertionError("words of another stream");
        var by = new PersonId(stream.value());
        found.put(
            seq,
            new Event(
                stream,
                seq,
                new UUID(0, seq),
                logged.at(),
                by,
                "question.kept",
                Json.MAPPER.valueToTree(logged.event())));
      }
      return found;
    }
  }
}
