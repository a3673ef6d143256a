package app.haven.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One blind exchange of two people in memory: the real [Blind] under a kernel that keeps the
/// kernel's promises (one at a time, all or nothing, a timer only as it stands).
final class Exchange {
  static final PersonId ALEX = new PersonId(new UUID(1, 1));
  static final PersonId SAM = new PersonId(new UUID(2, 2));
  static final List<PersonId> BOTH = List.of(ALEX, SAM);
  static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));
  static final String KIND = "tea";
  static final UUID THING = new UUID(4, 4);

  record Kept(UUID tea, @Words String words) {}

  record Said(UUID tea, boolean ready) {}

  record Gone(UUID tea) {}

  record Answer(PersonId by, @Words @Nullable String words) implements Part {}

  record Revealed(UUID tea, List<Answer> answers) {}

  record Logged(StreamId stream, Fact fact) {}

  final Blinds rows = new Blinds();
  final List<Logged> log = new ArrayList<>();
  final Map<Timer.Key, Timer> due = new TreeMap<>();
  boolean paired = true;
  private final Blind blind = new Blind(rows, new Couple(), new Log());

  void keep(PersonId author, String words) {
    var fact = new Fact(Target.MINE, "tea.kept", new Kept(THING, words));
    commit(blind.keep(author, thing(author), fact), author.mine());
  }

  void ready(PersonId author, Instant now) {
    var fact = new Fact(Target.MINE, "tea.readyChanged", new Said(THING, true));
    commit(blind.ready(author, thing(author), fact, now), author.mine());
  }

  void notReady(PersonId author) {
    var fact = new Fact(Target.MINE, "tea.readyChanged", new Said(THING, false));
    commit(blind.notReady(author, thing(author), fact), author.mine());
  }

  void discard(PersonId author) {
    var fact = new Fact(Target.MINE, "tea.discarded", new Gone(THING));
    commit(blind.discard(author, KIND, THING, fact), author.mine());
  }

  Optional<Blind.Own> own(PersonId author) {
    return blind.own(author, KIND, THING);
  }

  List<Blind.Own> allOwn(PersonId author) {
    return blind.own(author, KIND);
  }

  private BlindThing thing(PersonId author) {
    return blind.of(author, COUPLE.value(), KIND, THING);
  }

  /// Fires a timer if it still stands as it was seen.
  void fire(Timer seen, Instant now) {
    if (seen.at().isAfter(now) || !seen.equals(due.get(seen.key()))) return;
    due.remove(seen.key());
    if (seen.kind().equals(BlindThing.cleared(KIND))) {
      var told = new Fact(Target.MINE, "tea.cleared", new Gone(THING));
      commit(blind.clear(seen, KIND, told), seen.stream());
    } else {
      commit(blind.fire(seen, KIND, BOTH, now, this::reveal), seen.stream());
    }
  }

  private Decision reveal(List<Blind.Answer> both) {
    var answers = both.stream().map(one -> new Answer(one.author(), one.words("words"))).toList();
    return Decision.of(
        new Fact(Target.OURS, "tea.revealed", new Revealed(THING, answers)), _ -> {});
  }

  private void commit(Decision decision, StreamId stream) {
    var seqs = new ArrayList<Long>();
    for (var fact : decision.facts()) {
      log.add(new Logged(stream, fact));
      seqs.add((long) log.size());
    }
    decision.saving().save(seqs);
    decision.dropped().forEach(due::remove);
    decision.set().forEach(timer -> due.put(timer.key(), timer));
  }

  /// What the partner of this person can read.
  List<Fact> ours() {
    return of(COUPLE.ours());
  }

  List<Fact> of(StreamId stream) {
    return log.stream().filter(one -> one.stream().equals(stream)).map(Logged::fact).toList();
  }

  private final class Couple implements Partners {
    @Override
    public Optional<Who.Paired> of(PersonId person) {
      var other = person.equals(ALEX) ? SAM : ALEX;
      return paired ? Optional.of(new Who.Paired(person, COUPLE, other)) : Optional.empty();
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
        var fact = logged.fact();
        found.put(
            seq,
            new Event(
                stream,
                seq,
                new UUID(0, seq),
                Instant.EPOCH,
                new PersonId(stream.value()),
                fact.kind(),
                Json.MAPPER.valueToTree(fact.data())));
      }
      return found;
    }
  }
}
