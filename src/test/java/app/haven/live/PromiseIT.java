package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The main job, read as the protocol: one says when they are back, the other sees it at once.
class PromiseIT {
  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("promise", Map.of());
  }

  @Test
  void aTimeOutReachesThePartnerAndComesBack() {
    Pair pair = home.pair();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      var timeout = Api.id().toString();
      var call =
          Api.command(
              Api.id(),
              pair.couple(),
              "timeout.call",
              Api.data()
                  .put("timeout", timeout)
                  .put("minutes", 30)
                  .put("reassurance", "I am coming back."));
      var ok = alex.run(call);
      assertThat(ok.path("type").asText()).isEqualTo("ok");
      assertThat(ok.path("repeated").asBoolean()).isFalse();

      var seen = sam.event("timeout.called");
      assertThat(seen).isEqualTo(alex.event("timeout.called"));
      assertThat(seen.path("seq").asLong()).isEqualTo(1);
      assertThat(seen.path("data").path("reassurance").asText()).isEqualTo("I am coming back.");
      assertThat(ok.path("positions").path("ours").path("seq").asLong()).isEqualTo(1);

      assertThat(alex.run(call).path("repeated").asBoolean()).isTrue();

      var refused =
          sam.run(
              Api.command(
                  Api.id(), pair.couple(), "timeout.return", Api.data().put("timeout", timeout)));
      assertThat(refused.path("problem").path("code").asText()).isEqualTo("not-yours");

      alex.run(
          Api.command(
              Api.id(), pair.couple(), "timeout.return", Api.data().put("timeout", timeout)));
      assertThat(sam.event("timeout.returned").path("data").path("when").asText())
          .isEqualTo("early");
    }
  }

  @Test
  void aDeviceThatWasAwayGetsWhatItMissedInOrder() {
    Pair pair = home.pair();
    var alex = Device.following(pair.first());
    var place = pair.second().get("/api/v1/snapshot").expect(200).body().path("streams");
    for (int i = 0; i < 5; i++) {
      assertThat(alex.run(signal(pair)).path("type").asText()).isEqualTo("ok");
    }
    try (var sam = Device.open(pair.second())) {
      var welcome = sam.hello(place);
      assertThat(welcome.path("streams").path("ours").path("mode").asText()).isEqualTo("replay");
      for (int seq = 1; seq <= 5; seq++) {
        assertThat(sam.event("signal.sent").path("seq").asInt()).isEqualTo(seq);
      }
      assertThat(sam.await(f -> Device.is(f, "caughtUp")).path("seq").asInt()).isEqualTo(5);
    }
    alex.close();
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode signal(Pair pair) {
    return Api.command(Api.id(), pair.couple(), "signal.send", Api.data().put("signal", "slower"));
  }

  @Test
  void pairingAndLeavingAreTold() {
    var alex = home.person("lee-a");
    var sam = home.person("lee-b");
    try (var one = Device.following(alex);
        var two = Device.following(sam)) {
      var pair = Pair.make(alex, sam);
      for (var device : new Device[] {one, two}) {
        var opened = device.await(f -> Device.is(f, "stream"));
        assertThat(opened.path("mode").asText()).isEqualTo("opened");
      }
      one.run(signal(pair));
      assertThat(two.event("signal.sent").path("seq").asInt()).isEqualTo(1);
      alex.delete("/api/v1/couple").expect(204);
      for (var device : new Device[] {one, two}) {
        assertThat(device.await(f -> Device.is(f, "stream")).path("mode").asText())
            .isEqualTo("closed");
      }
      assertThat(two.run(signal(pair)).path("problem").path("code").asText())
          .isEqualTo("not-paired");
    }
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
