package app.haven.operating;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says how the bus is, and is never a reason to take a node away: without hints the sweep delivers
/// within seconds, without nodes nobody does.
@Readiness
@ApplicationScoped
public class BusReady implements HealthCheck {
  private final HealthCenter health;

  @Inject
  public BusReady(HealthCenter health) {
    this.health = health;
  }

  @Override
  public HealthCheckResponse call() {
    HealthReport report = health.getReadiness();
    return HealthCheckResponse.named("bus").withData("hints", report.isOk()).up().build();
  }
}
