package app.haven.kernel;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Removes answers to commands that nobody will repeat any more. Any node may do it.
@ApplicationScoped
public class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  private final Answered answered;
  private final KernelSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("forgetting").daemon().factory());

  @Inject
  public Forgetting(Answered answered, KernelSettings settings, Clock clock) {
    this.answered = answered;
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (settings.timers()) hourly.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
  }

  private void forget() {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> answered.forgetBefore(clock.instant().minus(Answered.KEPT)));
    } catch (RuntimeException e) {
      LOG.warnf("old answers are kept an hour longer: %s", Failures.describe(e));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    hourly.shutdownNow();
  }
}
