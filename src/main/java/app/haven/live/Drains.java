package app.haven.live;

import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Failures;
import app.haven.kernel.SignIns;
import app.haven.kernel.StreamId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Reads what woken streams have and hands it to this node's sockets. One reader for all: while it
/// reads, further wake-ups gather, so that under load one query serves many couples and both
/// partners.
@ApplicationScoped
public class Drains {
  private static final Logger LOG = Logger.getLogger(Drains.class);
  private static final int MOST_EVENTS = 200;
  private static final int MOST_STREAMS = 500;
  private static final Duration REST = Duration.ofMillis(500);

  private final Sockets sockets;
  private final EventLog log;
  private final Couples couples;
  private final SignIns signIns;
  private final Clock clock;
  private final Timer delivery;
  private final Set<StreamId> woken = new LinkedHashSet<>();
  private final Thread reader = Thread.ofVirtual().name("drains").unstarted(this::work);
  private volatile boolean open = true;

  @Inject
  public Drains(
      Sockets sockets,
      EventLog log,
      Couples couples,
      SignIns signIns,
      Clock clock,
      MeterRegistry meters) {
    this.sockets = sockets;
    this.log = log;
    this.couples = couples;
    this.signIns = signIns;
    this.clock = clock;
    this.delivery =
        Timer.builder("haven.delivery")
            .description("from the event's time to the socket's writer")
            .publishPercentileHistogram()
            .register(meters);
  }

  @PostConstruct
  void start() {
    reader.start();
  }

  /// Takes a hint. Streams that nobody here follows are passed over.
  public void wake(Collection<StreamId> streams) {
    synchronized (woken) {
      for (var stream : streams) {
        if (!sockets.of(stream).isEmpty()) woken.add(stream);
      }
      if (woken.isEmpty()) return;
    }
    LockSupport.unpark(reader);
  }

  private void work() {
    while (open) {
      var streams = take();
      if (streams.isEmpty()) {
        LockSupport.park(this);
        continue;
      }
      try {
        drain(streams);
      } catch (RuntimeException e) {
        LOG.warnf("sockets wait for the log: %s", Failures.describe(e));
        LockSupport.parkNanos(this, REST.toNanos());
        wake(streams);
      }
    }
  }

  private Set<StreamId> take() {
    synchronized (woken) {
      var taken = new HashSet<StreamId>();
      var all = woken.iterator();
      while (all.hasNext() && taken.size() < MOST_STREAMS) {
        taken.add(all.next());
        all.remove();
      }
      return taken;
    }
  }

  private void drain(Set<StreamId> streams) {
    var slices = log.after(wanted(streams), MOST_EVENTS);
    // Erasing ends the sign-in too: what is said is the last word.
    streams.stream().filter(stream -> !slices.containsKey(stream)).forEach(this::gone);
    closeSignedOut(slices.keySet());
    var more = new HashSet<StreamId>();
    slices.forEach((stream, slice) -> {
      deliver(new Slices(slice));
      if (slice.events().size() == MOST_EVENTS) more.add(stream);
    });
    if (!more.isEmpty()) wake(more);
  }

  /// For each stream the least any socket has; where none follows now, nothing but its state.
  private Map<StreamId, Long> wanted(Set<StreamId> streams) {
    var afters = new HashMap<StreamId, Long>();
    for (var stream : streams) {
      long least = Long.MAX_VALUE;
      for (var session : sockets.of(stream)) {
        least = Math.min(least, session.wants(stream).orElse(Long.MAX_VALUE));
      }
      afters.put(stream, least);
    }
    return afters;
  }

  private void deliver(Slices slices) {
    var now = clock.instant();
    for (var session : sockets.of(slices.stream().id())) {
      for (Event event : session.deliver(slices)) {
        delivery.record(Duration.between(event.at(), now));
        if (event.kind().equals("couple.opened")) couples.follow(session, this::wake);
      }
    }
  }

  /// Only an erased account leaves no stream behind.
  private void gone(StreamId stream) {
    for (var session : sockets.of(stream)) {
      if (session.person.mine().equals(stream)) session.close(CloseCode.ERASED);
    }
  }

  /// Signing out wakes the person's own stream.
  private void closeSignedOut(Set<StreamId> streams) {
    var asked = new HashMap<String, Set<LiveSession>>();
    for (var stream : streams) {
      for (var session : sockets.of(stream)) {
        if (session.sitting != null && session.person.mine().equals(stream)) {
          asked.computeIfAbsent(session.sitting, _ -> new HashSet<>()).add(session);
        }
      }
    }
    if (asked.isEmpty()) return;
    for (var ended : signIns.ended(asked.keySet())) {
      asked.getOrDefault(ended, Set.of()).forEach(session -> session.close(CloseCode.SIGNED_OUT));
    }
  }

  @PreDestroy
  void stop() {
    open = false;
    LockSupport.unpark(reader);
  }
}
