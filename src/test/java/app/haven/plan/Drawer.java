package app.haven.plan;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A couple's plans and surprises in memory: the real decider and rows under a kernel that keeps
/// the kernel's promises (one at a time, all or nothing, a timer only as it stands), without a
/// database.
final class Drawer {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final StreamId OURS = COUPLE.ours();

  record Logged(StreamId stream, Instant at, @Nullable PersonId by, PlanEvent event) {}

  final List<Logged> log = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  final Map<UUID, PlanRow> plans = new HashMap<>();
  final Map<HiddenPlanRow.Key, HiddenPlanRow> waiting = new HashMap<>();
  private final PlanDecider decider =
      new PlanDecider(new Known(), new Waiting(), new Links(List.of()), new Couple(), new Words());

  /// @param commits whether the node lives until the commit
  Optional<PlanEvent> say(PersonId by, PlanCommand command, Instant now, boolean commits) {
    boolean own = command instanceof PlanCommand.Hide || command instanceof PlanCommand.Discard;
    var who = own ? new Who.Solo(by) : new Who.Paired(by, COUPLE, other(by));
    decider.preload(List.of(new Decider.Asked<>(who, command)), List.of());
    var decision = decider.decide(who, command, now);
    return commit(decision, own ? by.mine() : OURS, by, now, commits);
  }

  static PersonId other(PersonId person) {
    return person.equals(ALEX) ? SAM : ALEX;
  }

  /// Fires a timer if it still stands as it was seen.
  Optional<PlanEvent> fire(Timer seen, Instant now, boolean commits) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return Optional.empty();
    decider.preload(List.of(), List.of(seen));
    var readers = seen.stream().equals(OURS) ? BOTH : List.of(new PersonId(seen.stream().value()));
    var decision = decider.fire(seen, readers, now);
    if (commits) due.remove(seen.key());
    return commit(decision, seen.stream(), decision.author(), now, commits);
  }

  private Optional<PlanEvent> commit(
      Decision decision, StreamId stream, @Nullable PersonId by, Instant now, boolean commits) {
    if (!commits) return Optional.empty();
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, now, by, (PlanEvent) fact.data()));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
    return decision.facts().stream().map(fact -> (PlanEvent) fact.data()).findFirst();
  }

  @SuppressWarnings("NullAway") // needs no transaction
  private final class Waiting extends HiddenPlans {
    private final Set<UUID> asked = new HashSet<>();

    Waiting() {
      super(null);
    }

    @Override
    void hold(Collection<UUID> plans) {
      asked.clear();
      asked.addAll(plans);
    }

    @Override
    Optional<HiddenPlanRow> heldOf(PersonId author, UUID plan) {
      return asked.contains(plan)
          ? Optional.ofNullable(waiting.get(new HiddenPlanRow.Key(author, plan)))
          : Optional.empty();
    }

    @Override
    Optional<HiddenPlanRow> heldFor(StreamId ours, UUID plan, Instant now) {
      return BOTH.stream()
          .flatMap(person -> heldOf(person, plan).stream())
          .filter(row -> row.isDue(now))
          .findFirst();
    }

    @Override
    void add(HiddenPlanRow row) {
      waiting.put(new HiddenPlanRow.Key(row.author(), row.id()), row);
    }

    @Override
    void remove(HiddenPlanRow row) {
      waiting.remove(new HiddenPlanRow.Key(row.author(), row.id()));
    }

    @Override
    List<HiddenPlanRow> all(PersonId author) {
      return waiting.values().stream().filter(row -> row.author().equals(author)).toList();
    }
  }

  private final class Known extends Plans {
    @Override
    Optional<PlanRow> of(StreamId ours, UUID plan) {
      return Optional.ofNullable(plans.get(plan));
    }

    @Override
    List<Instant> last(StreamId ours, PersonId maker) {
      return plans.values().stream()
          .filter(row -> row.maker().equals(maker))
          .sorted(Comparator.comparingLong(PlanRow::madeSeq).reversed())
          .limit(Plan.MOST)
          .map(PlanRow::madeAt)
          .toList();
    }

    @Override
    int standing(StreamId ours, PersonId maker, Instant now) {
      return (int)
          plans.values().stream()
              .filter(row -> row.maker().equals(maker) && row.state() instanceof Plan.Open)
              .count();
    }

    @Override
    void add(PlanRow row) {
      var id = row.state().made().id();
      if (plans.put(id, row) != null) throw new AssertionError("made twice: " + id);
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
