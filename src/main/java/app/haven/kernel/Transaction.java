package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/// What happens inside the one transaction: claim the ids, lock the streams, ask the features,
/// write everything. Holds the work of many couples at once; the statements do not grow with it.
@ApplicationScoped
public class Transaction {
  private final Answered answered;
  private final Streams streams;
  private final EventLog log;
  private final Due due;
  private final Sealing sealing;
  private final EntityManager rows;
  private final Clock clock;

  @Inject
  public Transaction(
      Answered answered,
      Streams streams,
      EventLog log,
      Due due,
      Sealing sealing,
      EntityManager rows,
      Clock clock) {
    this.answered = answered;
    this.streams = streams;
    this.log = log;
    this.due = due;
    this.sealing = sealing;
    this.rows = rows;
    this.clock = clock;
  }

  /// What to say after the commit, and which streams moved.
  public record Outcome(Map<Work, Object> answers, Map<StreamId, Long> moved) {}

  private record Decided(Work work, Who who) {}

  Outcome run(List<Work> batch) {
    return new Run(batch).run();
  }

  /// One run's state, so that the steps read in their order.
  private final class Run {
    private final List<Work.Ask> asks = new ArrayList<>();
    private final List<Work.Fire> fires = new ArrayList<>();
    private final Map<Work, Object> answers = new IdentityHashMap<>();
    private final Map<Answered.Key, byte[]> fingerprints = new HashMap<>();
    private final List<EventLog.Numbered> events = new ArrayList<>();
    private final Set<Stream> moved = new HashSet<>();
    private final Map<Answered.Key, Answered.First> firsts = new HashMap<>();
    private final List<Answered.Key> refused = new ArrayList<>();
    private final TreeSet<Timer.Key> dropped = new TreeSet<>();
    private final TreeMap<Timer.Key, Timer> set = new TreeMap<>();
    private Map<StreamId, Stream> locked = Map.of();

    Run(List<Work> batch) {
      for (var work : batch) {
        switch (work) {
          case Work.Ask ask -> asks.add(ask);
          case Work.Fire fire -> fires.add(fire);
        }
      }
    }

    Outcome run() {
      readKeys();
      var fresh = claim();
      lock(fresh);
      var standing = hold();
      var decided = entitle(fresh, standing);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      preload(decided);
      decided.forEach(d -> decide(d, now));
      write();
      var heads = new HashMap<StreamId, Long>();
      moved.forEach(stream -> heads.put(stream.id(), stream.head()));
      return new Outcome(answers, heads);
    }

    /// Before the locks: a key that is not cached costs a read.
    private void readKeys() {
      var keys = new HashSet<Sealing.Key>();
      for (var ask : asks) {
        keys.add(own(ask));
        keys.add(new Sealing.Key(ask.stream(), ask.person()));
      }
      sealing.warm(keys);
    }

    private Sealing.Key own(Work.Ask ask) {
      return new Sealing.Key(ask.person().mine(), ask.person());
    }

    private List<Work.Ask> claim() {
      var fresh =
          answered.claim(
              asks.stream().map(Work.Ask::key).toList(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      var known = asks.stream().map(Work.Ask::key).filter(key -> !fresh.contains(key)).toList();
      var before = answered.recall(known);
      var open = new ArrayList<Work.Ask>();
      for (var ask : asks) {
        byte[] fingerprint = fingerprint(ask);
        var first = before.get(ask.key());
        if (first == null) {
          fingerprints.put(ask.key(), fingerprint);
          open.add(ask);
        } else {
          answers.put(ask, repeat(first, fingerprint));
        }
      }
      return open;
    }

    private Object repeat(Answered.First first, byte[] fingerprint) {
      return Answered.same(first.fingerprint(), fingerprint)
          ? first.ok().again()
          : Refusal.of(
              Refusal.Code.ID_REUSED,
              "This command id was already used for something else. Please send it with a new id.");
    }

    private byte[] fingerprint(Work.Ask ask) {
      var command = ask.command();
      var content = Json.MAPPER.createObjectNode();
      content.put("kind", command.kind());
      if (command.couple() != null) content.put("couple", command.couple().value().toString());
      content.set("data", command.data());
      try {
        var canonical = new JsonCanonicalizer(Json.write(content)).getEncodedString();
        return sealing.fingerprint(own(ask), canonical.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException("a command that was read cannot be written", e);
      }
    }

    private void lock(List<Work.Ask> fresh) {
      var ids = new TreeSet<StreamId>();
      fresh.forEach(ask -> ids.add(ask.stream()));
      fires.forEach(fire -> ids.add(fire.stream()));
      locked = ids.isEmpty() ? Map.of() : streams.lock(ids);
    }

    private Set<Timer> hold() {
      return due.hold(fires.stream().map(Work.Fire::timer).toList());
    }

    /// The only place where it is decided who may write where. Read under the lock: a command that
    /// waited while its author left finds the stream closed.
    private List<Decided> entitle(List<Work.Ask> fresh, Set<Timer> standing) {
      var decided = new ArrayList<Decided>();
      for (var fire : fires) {
        var stream = locked.get(fire.stream());
        if (standing.contains(fire.timer()) && stream != null && !stream.closed()) {
          decided.add(new Decided(fire, new Who.Solo(stream.readers().getFirst())));
        }
      }
      for (var ask : fresh) {
        var stream = locked.get(ask.stream());
        var couple = ask.command().couple();
        if (couple == null && stream != null && stream.isMineOf(ask.person())) {
          decided.add(new Decided(ask, new Who.Solo(ask.person())));
        } else if (couple != null && stream != null) {
          stream
              .partnerOf(ask.person())
              .ifPresentOrElse(
                  partner ->
                      decided.add(new Decided(ask, new Who.Paired(ask.person(), couple, partner))),
                  () -> refuse(ask, Refusal.notPaired()));
        } else {
          refuse(ask, Refusal.notPaired());
        }
      }
      return decided;
    }

    private void refuse(Work.Ask ask, Refusal refusal) {
      refused.add(ask.key());
      answers.put(ask, refusal);
    }

    private void preload(List<Decided> decided) {
      var asked = new LinkedHashMap<Decider<?>, List<Decider.Asked<?>>>();
      var timers = new LinkedHashMap<Decider<?>, List<Timer>>();
      for (var d : decided) {
        switch (d.work()) {
          case Work.Ask ask ->
              asked
                  .computeIfAbsent(ask.kind().decider(), _ -> new ArrayList<>())
                  .add(ask.kind().asked(d.who(), ask.data()));
          case Work.Fire fire ->
              timers.computeIfAbsent(fire.decider(), _ -> new ArrayList<>()).add(fire.timer());
        }
      }
      var all = new HashSet<Decider<?>>(asked.keySet());
      all.addAll(timers.keySet());
      all.forEach(decider ->
          Deciders.Kind.preload(
              decider,
              asked.getOrDefault(decider, List.of()),
              timers.getOrDefault(decider, List.of())));
    }

    private void decide(Decided decided, Instant now) {
      var stream = locked.get(decided.work().stream());
      if (stream == null) throw new IllegalStateException("decided without a lock");
      var at = stream.notBefore(now);
      switch (decided.work()) {
        case Work.Fire fire -> {
          if (!stands(fire.timer(), at)) return;
          var decision = fire.decider().fire(fire.timer(), stream.readers(), at);
          dropped.add(fire.timer().key());
          apply(decision, stream, fire.command(), null, at);
        }
        case Work.Ask ask -> {
          try {
            var decision = ask.kind().decide(decided.who(), ask.data(), at);
            apply(decision, stream, ask.command().id(), ask.person(), at);
            var ok =
                new Ok(
                    ask.command().id(),
                    at,
                    false,
                    Map.of(stream.target().wire(), stream.position()));
            answers.put(ask, ok);
            firsts.put(
                ask.key(),
                new Answered.First(Objects.requireNonNull(fingerprints.get(ask.key())), ok));
          } catch (Refusal refusal) {
            refuse(ask, refusal);
          }
        }
      }
    }

    /// Not if something before it in this run took it away, or a clock stepped back since the
    /// worker looked: never early.
    private boolean stands(Timer timer, Instant at) {
      return !timer.at().isAfter(at)
          && !dropped.contains(timer.key())
          && !set.containsKey(timer.key());
    }

    private void apply(
        Decision decision, Stream stream, UUID command, @Nullable PersonId by, Instant at) {
      var seqs = new ArrayList<Long>();
      for (var fact : decision.facts()) {
        if (fact.target() != stream.target()) {
          throw new IllegalStateException(fact.kind() + " names a stream that is not locked");
        }
        var event = log.number(stream, command, at, by, fact);
        events.add(event);
        seqs.add(event.seq());
        moved.add(stream);
      }
      decision.saving().save(seqs);
      for (var key : decision.dropped()) {
        set.remove(key);
        dropped.add(key);
      }
      for (var timer : decision.set()) {
        set.put(timer.key(), timer);
      }
    }

    private void write() {
      rows.flush();
      log.append(events);
      streams.advance(moved);
      dropped.removeAll(set.keySet());
      due.change(dropped, set);
      answered.remember(firsts);
      answered.release(refused);
    }
  }
}
