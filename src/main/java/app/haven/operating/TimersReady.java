package app.haven.operating;

import app.haven.kernel.KernelSettings;
import app.haven.kernel.TimerWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready only while promises are kept: the worker finished a look at the due timers lately.
@Readiness
@ApplicationScoped
public class TimersReady implements HealthCheck {
  private static final int LOOKS = 40;

  private final TimerWorker timers;
  private final Clock clock;
  private final Duration latest;

  @Inject
  public TimersReady(TimerWorker timers, KernelSettings settings, Clock clock) {
    this.timers = timers;
    this.clock = clock;
    this.latest = settings.timersEvery().multipliedBy(LOOKS);
  }

  @Override
  public HealthCheckResponse call() {
    var age = Duration.between(timers.lastLook(), clock.instant());
    return HealthCheckResponse.named("timers").status(age.compareTo(latest) < 0).build();
  }
}
