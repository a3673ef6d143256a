package app.haven.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;

/// Tells every socket before the node goes, each with a moment of its own to come back, so that the
/// other nodes are not met by all at once.
@ApplicationScoped
public class GoingDown {
  private static final long SOONEST_MILLIS = 500;
  private static final long LATEST_MILLIS = 4_000;

  private final Sockets sockets;
  private volatile boolean begun;

  @Inject
  public GoingDown(Sockets sockets) {
    this.sockets = sockets;
  }

  void tell(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
    sockets.all().forEach(GoingDown::bye);
  }

  /// Doors stay open for a moment longer; who comes in then is told as well.
  void opened(LiveSession session) {
    if (begun) bye(session);
  }

  private static void bye(LiveSession session) {
    long after = ThreadLocalRandom.current().nextLong(SOONEST_MILLIS, LATEST_MILLIS);
    session.sayBye(new ServerFrame.Bye(CloseCode.GOING_DOWN.code, after), CloseCode.GOING_DOWN);
  }
}
