package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What happens inside the one transaction: claim the ids, lock the streams, ask the features,
/// write everything. Holds the work of many couples at once; the statements do not grow with it.
@ApplicationScoped
public class Transaction {
  private final Answered answered;
  private final Streams streams;
  private final EventLog log;
  private final Due due;
  private final Fingerprints fingerprints;
  private final Sealing sealing;
  private final Witnesses witnesses;
  private final EntityManager rows;
  private final Clock clock;

  @Inject
  public Transaction(
      Answered answered,
      Streams streams,
      EventLog log,
      Due due,
      Fingerprints fingerprints,
      Sealing sealing,
      Witnesses witnesses,
      EntityManager rows,
      Clock clock) {
    this.answered = answered;
    this.streams = streams;
    this.log = log;
    this.due = due;
    this.fingerprints = fingerprints;
    this.sealing = sealing;
    this.witnesses = witnesses;
    this.rows = rows;
    this.clock = clock;
  }

  /// What to say after the commit, and which streams moved.
  public record Outcome(Map<Work, Object> answers, Map<StreamId, Long> moved) {}

  /// Work that may be done, and whose it is.
  record Decided(Work work, Who who) {}

  public Outcome run(List<Work> batch) {
    return new Run(batch).run();
  }

  /// One run's state, so that the steps read in their order.
  private final class Run {
    private final List<Work.Ask> asks = new ArrayList<>();
    private final List<Work.Fire> fires = new ArrayList<>();
    private final Map<Work, Object> answers = new IdentityHashMap<>();
    private final Map<Answered.Key, byte[]> known = new HashMap<>();
    private final Writes writes = new Writes();
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
      Deciders.preload(decided);
      decided.forEach(d -> decide(d, now));
      rows.flush();
      writes.write(log, streams, due, answered, witnesses);
      return new Outcome(answers, writes.heads());
    }

    /// Before the locks: a key that is not cached costs a read.
    private void readKeys() {
      var keys = new HashSet<Sealing.Key>();
      for (var ask : asks) {
        keys.add(fingerprints.key(ask));
        keys.add(new Sealing.Key(ask.stream(), ask.person()));
      }
      sealing.warm(keys);
    }

    private List<Work.Ask> claim() {
      var fresh =
          answered.claim(
              asks.stream().map(Work.Ask::key).toList(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      var before =
          answered.recall(
              asks.stream().map(Work.Ask::key).filter(key -> !fresh.contains(key)).toList());
      var open = new ArrayList<Work.Ask>();
      for (var ask : asks) {
        byte[] fingerprint = fingerprints.of(ask);
        var first = before.get(ask.key());
        if (first == null) {
          known.put(ask.key(), fingerprint);
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
        if (!standing.contains(fire.timer())) continue;
        if (stream == null || stream.closed()) writes.drop(fire.timer().key());
        else decided.add(new Decided(fire, new Who.Solo(stream.readers().getFirst())));
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
      writes.refuse(ask.key());
      answers.put(ask, refusal);
    }

    private void decide(Decided decided, Instant now) {
      var stream = locked.get(decided.work().stream());
      if (stream == null) throw new IllegalStateException("decided without a lock");
      var at = stream.notBefore(now);
      switch (decided.work()) {
        case Work.Fire fire -> {
          if (!writes.stands(fire.timer(), at)) return;
          var decision = fire.decider().fire(fire.timer(), stream.readers(), at);
          writes.drop(fire.timer().key());
          writes.take(log, decision, stream, fire.command(), decision.author(), at);
        }
        case Work.Ask ask -> {
          try {
            var decision = ask.kind().decide(decided.who(), ask.data(), at);
            if (!decision.erased().isEmpty()) stream.renew(streams.newEpoch());
            writes.take(log, decision, stream, ask.command().id(), ask.person(), at);
            var ok =
                new Ok(
                    ask.command().id(),
                    at,
                    false,
                    Map.of(stream.target().wire(), stream.position()));
            answers.put(ask, ok);
            writes.answer(
                ask.key(), new Answered.First(Objects.requireNonNull(known.get(ask.key())), ok));
          } catch (Refusal refusal) {
            refuse(ask, refusal);
          }
        }
      }
    }
  }
}
