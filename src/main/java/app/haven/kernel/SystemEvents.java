package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/// Events that come out of what is not a command: pairing, leaving, an invite that changed. Runs in
/// the caller's transaction and tells the nodes after its commit.
@ApplicationScoped
public class SystemEvents {
  private final Streams streams;
  private final EventLog log;
  private final Witnesses witnesses;
  private final Wakeups wakeups;
  private final AfterTransaction afterTransaction;
  private final Clock clock;

  @Inject
  public SystemEvents(
      Streams streams,
      EventLog log,
      Witnesses witnesses,
      Wakeups wakeups,
      AfterTransaction afterTransaction,
      Clock clock) {
    this.streams = streams;
    this.log = log;
    this.witnesses = witnesses;
    this.wakeups = wakeups;
    this.afterTransaction = afterTransaction;
    this.clock = clock;
  }

  /// Appends one event to each of these streams; closed ones are passed over. Locks them in
  /// ascending order, as every transaction does: a caller that needs more locks takes them first,
  /// through [Streams#lock].
  ///
  /// @param cause what stands as `command` in the events
  public void append(Map<StreamId, Fact> facts, UUID cause) {
    var events = new ArrayList<EventLog.Numbered>();
    var moved = new ArrayList<Stream>();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    streams
        .lock(new TreeSet<>(facts.keySet()))
        .forEach((id, stream) -> {
          var fact = facts.get(id);
          if (fact == null || stream.closed()) return;
          events.add(log.number(stream, cause, now, null, fact));
          moved.add(stream);
        });
    log.append(events);
    streams.advance(moved);
    witnesses.tell(events, moved);
    var heads = new HashMap<StreamId, Long>();
    moved.forEach(stream -> heads.put(stream.id(), stream.head()));
    wakeAfterCommit(heads);
  }

  /// For readers of streams that have nothing new: they look whether they may still read.
  public void wake(Collection<StreamId> ids) {
    var heads = new HashMap<StreamId, Long>();
    streams.read(ids).forEach((id, stream) -> heads.put(id, stream.head()));
    wakeAfterCommit(heads);
  }

  /// Also for a stream that was closed: its readers are told to drop it.
  public void wakeAfterCommit(Map<StreamId, Long> heads) {
    afterTransaction.run(committed -> {
      if (committed) wakeups.publish(heads);
    });
  }
}
