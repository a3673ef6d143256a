package app.haven.live;

import app.haven.kernel.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// What the hints are only faster than: every few seconds the streams followed here are looked at
/// as if each had been woken. So a lost hint costs seconds and never an event.
@ApplicationScoped
public class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class);

  private final Sockets sockets;
  private final Behind behind;
  private final Drains drains;
  private final LiveSettings settings;
  private final ScheduledExecutorService sweeping =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("sweep").daemon().factory());

  @Inject
  public Sweep(Sockets sockets, Behind behind, Drains drains, LiveSettings settings) {
    this.sockets = sockets;
    this.behind = behind;
    this.drains = drains;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    long every = settings.sweepEvery().toMillis();
    sweeping.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
  }

  protected void sweep() {
    try {
      drains.wake(behind.among(List.copyOf(sockets.streams())));
    } catch (RuntimeException e) {
      LOG.warnf("the sweep waits for its next turn: %s", Failures.describe(e));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    sweeping.shutdownNow();
  }
}
