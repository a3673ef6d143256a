package app.haven.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The short form. A loaded test machine says nothing about speed, so only what does not depend on
/// its speed is held: every part of the benchmark runs, and nothing is lost in it.
class BenchIT {
  @Test
  void theBenchmarkRunsWithEveryCommandAcknowledgedAndDelivered() throws Exception {
    var figures = Bench.run(20, Duration.ofSeconds(2), 100);
    System.out.println(figures);
    assertThat(figures.path("commandsPerSecond").asInt()).isPositive();
    assertThat(figures.path("p99Millis").asDouble()).isPositive();
    assertThat(figures.path("resuming").asInt()).isEqualTo(40);
    assertThat(figures.path("kilobytesPerIdleConnection").isNumber()).isTrue();
    assertThat(figures.path("cpuMillisPerCommand").asDouble()).isPositive();
  }
}
