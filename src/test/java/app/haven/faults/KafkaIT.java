package app.haven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Pair;
import app.haven.local.LocalServers;
import app.haven.local.Places;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The jar that ships, twice, with the partners on different nodes: hints make it fast, and without
/// them nothing is lost.
class KafkaIT {
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration PLAY = Duration.ofSeconds(2);
  private static final int TIMES = 10;

  @Test
  void deliveryGoesOnWhenKafkaIsKilled() {
    try (var broker = new Broker();
        var site =
            new Site("kafka", Places.jar(), LocalServers.postgres(), broker, Optional.empty())) {
      var alex = new Api(site.addresses().getFirst(), site.tokens.of("alex"));
      var sam = new Api(site.addresses().getLast(), site.tokens.of("sam"));
      var pair = Pair.make(alex, sam);
      try (var here = Device.following(alex);
          var there = Device.following(sam)) {
        var timeout = Api.data().put("timeout", Api.id().toString());
        here.run(
            Api.command(
                Api.id(), pair.couple(), "timeout.call", timeout.deepCopy().put("minutes", 30)));
        Runnable deliver = () -> deliver(here, there, pair, timeout.path("timeout").asText());

        // A node that has just started may not have joined the topic yet.
        Until.within(Duration.ofSeconds(30), () -> took(deliver).compareTo(PLAY) < 0);
        // By sweeps alone, this many would take half a minute.
        assertThat(took(() -> times(TIMES, deliver))).isLessThan(SWEEP);

        broker.kill();
        for (int i = 0; i < 2; i++) {
          assertThat(took(deliver)).isLessThan(SWEEP.plus(PLAY));
        }
      }
    }
  }

  private static void deliver(Device here, Device there, Pair pair, String timeout) {
    var id = Api.id();
    var data = Api.data().put("timeout", timeout);
    var ok = here.run(Api.command(id, pair.couple(), "timeout.checkIn", data));
    assertThat(ok.path("type").asText()).isEqualTo("ok");
    there.await(frame -> frame.path("command").asText().equals(id.toString()));
  }

  private static void times(int times, Runnable action) {
    for (int i = 0; i < times; i++) action.run();
  }

  private static Duration took(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
