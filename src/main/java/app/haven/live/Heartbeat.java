package app.haven.live;

import app.haven.kernel.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Keeps the sockets honest: pings each, gives up those that stay silent.
@ApplicationScoped
public class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  /// How often all sockets are looked at.
  static final Duration EVERY = Duration.ofMillis(250);

  private final Sockets sockets;
  private final ScheduledExecutorService beating =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  @Inject
  public Heartbeat(Sockets sockets) {
    this.sockets = sockets;
  }

  void start(@Observes StartupEvent event) {
    long every = EVERY.toMillis();
    beating.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    long now = System.nanoTime();
    for (var session : sockets.all()) {
      try {
        beat(session, now);
      } catch (RuntimeException e) {
        // The scheduler would never call again.
        LOG.warnf("a socket missed a beat: %s", Failures.describe(e));
      }
    }
  }

  private static void beat(LiveSession session, long now) {
    switch (session.pulse.look(now)) {
      case NOTHING -> {}
      case PING -> session.send(new ServerFrame.Ping(session.pulse.pings()));
      case GIVE_UP -> session.close(CloseCode.SILENT);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    beating.shutdownNow();
  }
}
