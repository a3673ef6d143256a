package app.haven.live;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Partners;
import app.haven.kernel.Position;
import app.haven.kernel.Stream;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Answers a hello: where each stream is and how this device gets there. Afterwards everything goes
/// the same way as any event.
@ApplicationScoped
public class Hellos {
  private final Partners partners;
  private final Streams streams;
  private final Sockets sockets;
  private final Drains drains;
  private final LiveSettings settings;
  private final Clock clock;
  private final DistributionSummary depth;

  @Inject
  public Hellos(
      Partners partners,
      Streams streams,
      Sockets sockets,
      Drains drains,
      LiveSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.partners = partners;
    this.streams = streams;
    this.sockets = sockets;
    this.drains = drains;
    this.settings = settings;
    this.clock = clock;
    this.depth = meters.summary("haven.replay.depth");
  }

  private record Standing(Stream mine, @Nullable Stream ours) {}

  void greet(LiveSession session, ClientFrame.Hello hello) {
    session.pause();
    var standing = QuarkusTransaction.requiringNew().call(() -> standing(session));
    if (standing == null) {
      session.close(CloseCode.ERASED);
      return;
    }
    var cursors = new ArrayList<Cursor>();
    cursors.add(resume(standing.mine(), hello.after()));
    var ours = standing.ours();
    if (ours != null) cursors.add(resume(ours, hello.after()));
    session.welcome(frame(session, ours, cursors, standing), cursors);
    for (var cursor : cursors) {
      depth.record(Math.max(0, cursor.replayTo - cursor.sent));
      sockets.follow(cursor.stream, session);
    }
    drains.wake(cursors.stream().map(cursor -> cursor.stream).toList());
  }

  private @Nullable Standing standing(LiveSession session) {
    var ids = new ArrayList<StreamId>(List.of(session.person.mine()));
    var couple = partners.of(session.person).map(paired -> paired.couple().ours());
    couple.ifPresent(ids::add);
    var found = streams.read(ids);
    var mine = found.get(session.person.mine());
    if (mine == null) return null;
    var ours = couple.map(found::get).filter(stream -> !stream.closed()).orElse(null);
    return new Standing(mine, ours);
  }

  private Cursor resume(Stream stream, Map<String, Position> after) {
    return LiveSession.place(stream, from(stream, after));
  }

  /// The place in the log from which this device goes on; null where it has none.
  protected @Nullable Position from(Stream stream, Map<String, Position> after) {
    return after.get(stream.target().wire());
  }

  private ServerFrame.Welcome frame(
      LiveSession session, @Nullable Stream ours, Collection<Cursor> cursors, Standing standing) {
    var places = new TreeMap<String, ServerFrame.Place>();
    for (var cursor : cursors) {
      var stream = ours != null && cursor.stream.equals(ours.id()) ? ours : standing.mine();
      var head = stream.position();
      places.put(
          cursor.name, new ServerFrame.Place(head.epoch(), head.seq(), LiveSession.mode(cursor)));
    }
    return new ServerFrame.Welcome(
        session.person,
        ours == null ? null : new CoupleId(ours.id().value()),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        settings.heartbeat().toMillis(),
        places);
  }
}
