package app.haven.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Keeps the sockets honest: pings each, gives up those that stay silent.
@ApplicationScoped
public class Heartbeat {
  private static final long EVERY_MILLIS = 250;

  private final Sockets sockets;
  private final ScheduledExecutorService beating =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  @Inject
  public Heartbeat(Sockets sockets) {
    this.sockets = sockets;
  }

  void start(@Observes StartupEvent event) {
    beating.scheduleWithFixedDelay(this::beat, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    long now = System.nanoTime();
    for (var session : sockets.all()) {
      switch (session.pulse.look(now)) {
        case NOTHING -> {}
        case PING -> session.send(new ServerFrame.Ping(session.pulse.pings()));
        case GIVE_UP -> session.close(CloseCode.SILENT);
      }
    }
  }

  void stop(@Observes ShutdownEvent event) {
    beating.shutdownNow();
  }
}
