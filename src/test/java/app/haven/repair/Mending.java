package app.haven.repair;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.Link;
import app.haven.kernel.Linkable;
import app.haven.kernel.Links;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A couple's repairs in memory: the real decider and rows under a kernel that keeps the kernel's
/// promises (one at a time, all or nothing, a timer only as it stands), without a database.
final class Mending {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();
  static final Link TIMEOUT = new Link("timeout", new UUID(5, 5));

  /// @param by null for the system
  record Logged(StreamId stream, Instant at, Optional<PersonId> by, RepairEvent event) {}

  /// @param at when it fired
  record Fired(Timer timer, Instant at) {}

  final List<Logged> log = new ArrayList<>();
  final List<Fired> fired = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  Map<UUID, RepairRow> rows = new HashMap<>();
  Map<UUID, FollowUp> followUps = new HashMap<>();
  final Set<PersonId> muted = new HashSet<>();
  final Set<PersonId> sharing = new HashSet<>();

  /// Whether the two are a couple; afterwards only timers of `mine` could still come.
  boolean paired = true;

  private final RepairDecider decider =
      new RepairDecider(
          new Rows(), new Asked(), new Wishes(), new Links(List.of(new Timeouts())), new Couple());

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// @param commits whether the node lives until the commit
  Optional<RepairEvent> say(PersonId by, RepairCommand command, Instant now, boolean commits) {
    boolean ours =
        command instanceof RepairCommand.OfAttempt || command instanceof RepairCommand.OfThread;
    var who = ours ? new Who.Paired(by, COUPLE, other(by)) : new Who.Solo(by);
    var decision = decider.decide(who, command, now);
    return commit(decision, ours ? OURS : by.mine(), Optional.of(by), now, commits);
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<RepairEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    var decision = decider.fire(seen, List.of(new PersonId(seen.stream().value())), now);
    if (commits) {
      due.remove(seen.key());
      if (!decision.facts().isEmpty()) fired.add(new Fired(seen, now));
    }
    return commit(decision, seen.stream(), Optional.empty(), now, commits);
  }

  private Optional<RepairEvent> commit(
      Decision decision, StreamId stream, Optional<PersonId> by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (RepairEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (RepairEvent) fact.data()).findFirst();
  }

  /// The rows as the events alone give them: what a node knows that starts from nothing.
  Map<UUID, RepairRow> foldedRows() {
    var folded = new HashMap<UUID, RepairRow>();
    for (int i = 0; i < log.size(); i++) {
      var logged = log.get(i);
      long seq = i + 1L;
      switch (logged.event()) {
        case RepairEvent.Offered offered ->
            folded.put(
                offered.repair(),
                new RepairRow(
                    OURS, Repair.begun(offered, logged.by().orElseThrow(), logged.at()), seq));
        case RepairEvent.Answered said -> {
          var row = Objects.requireNonNull(folded.get(said.repair()));
          row.remember(row.state().answered(said, logged.at()), seq);
        }
        case RepairEvent.Withdrawn gone -> {
          var row = Objects.requireNonNull(folded.get(gone.repair()));
          row.remember(row.state().withdrawn(logged.at()), seq);
        }
        default -> {}
      }
    }
    return folded;
  }

  Map<UUID, FollowUp> foldedFollowUps() {
    var folded = new HashMap<UUID, FollowUp>();
    for (var logged : log) {
      switch (logged.event()) {
        case RepairEvent.FollowUpAsked asked ->
            folded.put(asked.thread(), FollowUp.begun(asked, logged.at()));
        case RepairEvent.FollowUpEnded ended -> folded.remove(ended.thread());
        default -> {}
      }
    }
    return folded;
  }

  /// The answers of the real repository, from the rows in memory.
  private final class Rows extends Repairs {
    @Override
    Optional<RepairRow> of(StreamId ours, UUID repair) {
      return Optional.ofNullable(rows.get(repair));
    }

    @Override
    Optional<Instant> rest(StreamId ours, UUID thread) {
      return rows.values().stream()
          .filter(row -> row.state().attempt().thread().equals(thread))
          .map(row -> Optional.<Instant>ofNullable(row.until()))
          .flatMap(Optional::stream)
          .max(Comparator.naturalOrder());
    }

    @Override
    List<Instant> last(StreamId ours, PersonId giver) {
      return given(giver)
          .sorted(Comparator.comparing(RepairRow::offeredSeq).reversed())
          .limit(Repair.MOST)
          .map(RepairRow::offeredAt)
          .toList();
    }

    private Stream<RepairRow> given(PersonId giver) {
      return rows.values().stream().filter(row -> row.state().attempt().giver().equals(giver));
    }

    @Override
    void add(RepairRow row) {
      rows.put(row.id(), row);
    }
  }

  private final class Asked extends FollowUps {
    @Override
    Optional<FollowUp> of(StreamId ours, UUID thread) {
      return Optional.ofNullable(followUps.get(thread));
    }

    @Override
    void stand(StreamId ours, FollowUp asked) {
      followUps.put(asked.thread(), asked);
    }

    @Override
    void end(StreamId ours, UUID thread) {
      followUps.remove(thread);
    }
  }

  private final class Wishes extends RepairWishes {
    @Override
    void mute(PersonId person, boolean is) {
      set(muted, person, is);
    }

    @Override
    void share(PersonId person, CoupleId couple, boolean is) {
      set(sharing, person, is);
    }

    private static void set(Set<PersonId> people, PersonId person, boolean is) {
      if (is) people.add(person);
      else people.remove(person);
    }
  }

  /// One time-out exists.
  private static final class Timeouts implements Linkable {
    @Override
    public String kind() {
      return TIMEOUT.kind();
    }

    @Override
    public boolean exists(StreamId stream, UUID id) {
      return stream.equals(OURS) && id.equals(TIMEOUT.id());
    }
  }

  private final class Couple implements Partners {
    @Override
    public Optional<Who.Paired> of(PersonId person) {
      return paired ? Optional.of(new Who.Paired(person, COUPLE, other(person))) : Optional.empty();
    }

    @Override
    public Map<PersonId, CoupleId> couples(Collection<PersonId> people) {
      return Map.of();
    }

    @Override
    public Optional<Instant> since(CoupleId couple) {
      return Optional.empty();
    }
  }

  static RepairCommand.Offer phrase(UUID id, @Nullable UUID thread, Phrase phrase) {
    return new RepairCommand.Offer(id, thread, phrase, null, null, null, null, null, null);
  }

  static RepairCommand.Offer words(UUID id, @Nullable UUID thread, String words) {
    return new RepairCommand.Offer(id, thread, null, words, null, null, null, null, null);
  }

  static RepairCommand.Offer parts(
      UUID id, @Nullable String what, @Nullable String effect, @Nullable String good) {
    return new RepairCommand.Offer(id, null, null, null, what, effect, good, true, null);
  }

  static RepairCommand.Answer answer(
      UUID id, Answer answer, @Nullable Instant until, @Nullable String words) {
    return new RepairCommand.Answer(id, answer, until, words);
  }
}
