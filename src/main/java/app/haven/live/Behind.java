package app.haven.live;

import app.haven.kernel.SignIns;
import app.haven.kernel.Stream;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out which streams have more than this node's sockets were given: a higher head, another
/// epoch, closed or gone; and the own streams of people whose sign-in ended.
@ApplicationScoped
public class Behind {
  private final Sockets sockets;
  private final Streams streams;
  private final SignIns signIns;

  @Inject
  public Behind(Sockets sockets, Streams streams, SignIns signIns) {
    this.sockets = sockets;
    this.streams = streams;
    this.signIns = signIns;
  }

  protected Set<StreamId> among(List<StreamId> followed) {
    var behind = new HashSet<StreamId>();
    if (followed.isEmpty()) return behind;
    Map<StreamId, Stream> now = streams.read(followed);
    for (var stream : followed) {
      if (behind(sockets.of(stream), stream, now.get(stream))) behind.add(stream);
    }
    behind.addAll(signedOut());
    return behind;
  }

  private static boolean behind(
      Collection<LiveSession> sessions, StreamId id, @Nullable Stream stream) {
    if (stream == null || stream.closed()) return true;
    return sessions.stream().anyMatch(session -> session.behind(id, stream.position()));
  }

  private Set<StreamId> signedOut() {
    var open = new ArrayList<LiveSession>();
    var sittings = new HashSet<String>();
    for (var session : sockets.all()) {
      if (session.sitting != null) {
        open.add(session);
        sittings.add(session.sitting);
      }
    }
    var woken = new HashSet<StreamId>();
    if (sittings.isEmpty()) return woken;
    var ended = signIns.ended(sittings);
    for (var session : open) {
      if (session.sitting != null && ended.contains(session.sitting))
        woken.add(session.person.mine());
    }
    return woken;
  }
}
