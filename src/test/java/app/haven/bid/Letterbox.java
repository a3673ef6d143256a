package app.haven.bid;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A couple's notes in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Letterbox {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  record Logged(StreamId stream, Instant at, @Nullable PersonId by, NoteEvent event) {}

  final List<Logged> log = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  final Map<UUID, NoteRow> sent = new HashMap<>();
  final Map<PlannedNoteRow.Key, PlannedNoteRow> waiting = new HashMap<>();
  private final NoteDecider decider =
      new NoteDecider(new Sent(), new Waiting(), new Couple(), new Words());

  /// @param commits whether the node lives until the commit
  Optional<NoteEvent> say(PersonId by, NoteCommand command, Instant now, boolean commits) {
    boolean shared = command instanceof NoteCommand.Send;
    var who = shared ? new Who.Paired(by, COUPLE, other(by)) : new Who.Solo(by);
    decider.preload(List.of(new Decider.Asked<>(who, command)), List.of());
    var decision = decider.decide(who, command, now);
    return commit(decision, shared ? OURS : by.mine(), by, now, commits);
  }

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<NoteEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    decider.preload(List.of(), List.of(seen));
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (commits) due.remove(seen.key());
    return commit(decision, seen.stream(), decision.author(), now, commits);
  }

  private Optional<NoteEvent> commit(
      Decision decision, StreamId stream, @Nullable PersonId by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (NoteEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (NoteEvent) fact.data()).findFirst();
  }

  @SuppressWarnings("NullAway") // needs no transaction
  private final class Waiting extends PlannedNotes {
    private final Set<UUID> asked = new HashSet<>();

    Waiting() {
      super(null);
    }

    @Override
    void hold(Collection<UUID> notes) {
      asked.clear();
      asked.addAll(notes);
    }

    @Override
    Optional<PlannedNoteRow> heldOf(PersonId author, UUID note) {
      return asked.contains(note)
          ? Optional.ofNullable(waiting.get(new PlannedNoteRow.Key(author, note)))
          : Optional.empty();
    }

    @Override
    Optional<PlannedNoteRow> heldFor(StreamId ours, UUID note) {
      return BOTH.stream().flatMap(person -> heldOf(person, note).stream()).findFirst();
    }

    @Override
    void add(PlannedNoteRow row) {
      waiting.put(new PlannedNoteRow.Key(row.author(), row.id()), row);
    }

    @Override
    void remove(PlannedNoteRow row) {
      waiting.remove(new PlannedNoteRow.Key(row.author(), row.id()));
    }

    @Override
    List<Instant> times(PersonId author) {
      return waiting.values().stream()
          .filter(row -> row.author().equals(author))
          .map(PlannedNoteRow::at)
          .toList();
    }
  }

  private final class Sent extends Notes {
    @Override
    boolean knows(StreamId ours, UUID note) {
      return sent.containsKey(note);
    }

    @Override
    List<Instant> last(StreamId ours, PersonId author) {
      return sent.values().stream()
          .filter(row -> row.author().equals(author))
          .sorted((one, other) -> Long.compare(other.sentSeq(), one.sentSeq()))
          .limit(Note.MOST)
          .map(NoteRow::sentAt)
          .toList();
    }

    @Override
    void add(NoteRow row) {
      if (sent.put(row.id(), row) != null) throw new AssertionError("sent twice: " + row.id());
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
  private final class Words extends EventLog {
    Words() {
      super(null, null);
    }

    @Override
    public Map<Long, Event> at(StreamId stream, Collection<Long> seqs) {
      var found = new TreeMap<Long, Event>();
      for (long seq : seqs) {
        var logged = log.get((int) seq - 1);
        if (!logged.stream().equals(stream)) throw new AssertionError("words of another stream");
        found.put(
            seq,
            new Event(
                stream,
                seq,
                new UUID(0, seq),
                logged.at(),
                logged.by(),
                logged.event().kind(),
                Json.MAPPER.valueToTree(logged.event())));
      }
      return found;
    }
  }
}
