package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A node dies or goes down in the middle, and nothing is lost or done twice.
class RestartIT {
  private static final int SENT = 60;

  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("restart", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @Test
  void aKilledNodeLosesNothingAndDoesNothingTwice() {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var place = Talk.streams(partner);
    var sent = new ArrayList<ObjectNode>();
    try (var caller = Device.following(talk.pair().first());
        var listener = Device.open(partner)) {
      listener.hello(place);
      for (int i = 0; i < SENT; i++) {
        var command = talk.checkIn("number " + i);
        sent.add(command);
        caller.send(command);
        if (i % 12 == 11) caller.await(f -> Device.is(f, "ok"));
      }
      home.node().kill();
      assertThat(caller.closeCode(Duration.ofSeconds(10))).isEqualTo(1006);
      listener.closeCode(Duration.ofSeconds(10));
      home.node().restart();

      var acknowledged = caller.all().stream().filter(f -> Device.is(f, "ok")).toList();
      assertThat(acknowledged).isNotEmpty();
      assertThat(caller.all())
          .noneMatch(f -> f.path("problem").path("code").asText().equals("internal"));
      try (var again = Device.following(talk.pair().first())) {
        for (var command : sent) {
          var ok = Talk.accepted(again.run(command));
          for (var first : acknowledged) {
            if (!first.path("id").equals(ok.path("id"))) continue;
            assertThat(ok.path("repeated").asBoolean()).isTrue();
            assertThat(ok.path("positions")).isEqualTo(first.path("positions"));
          }
        }
      }
      assertThat(resumed(listener, partner, place))
          .containsExactlyInAnyOrderElementsOf(
              sent.stream().map(c -> c.path("id").asText()).toList());
    }
  }

  /// The commands whose events the two devices got, the second going on where the first stood.
  private static List<String> resumed(Device before, Api partner, JsonNode place) {
    var events = new ArrayList<>(ours(before));
    var after = (ObjectNode) place.deepCopy();
    if (!events.isEmpty()) {
      ((ObjectNode) after.path("ours")).set("seq", events.getLast().path("seq"));
    }
    try (var device = Device.open(partner)) {
      assertThat(device.hello(after).path("streams").path("ours").path("mode").asText())
          .isEqualTo("replay");
      device.await(f -> Device.is(f, "caughtUp"));
      events.addAll(ours(device));
    }
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).path("seq").asInt()).isEqualTo(i + 2);
    }
    return events.stream().map(e -> e.path("command").asText()).toList();
  }

  private static List<JsonNode> ours(Device device) {
    return device.all().stream()
        .filter(f -> Device.is(f, "event") && f.path("stream").asText().equals("ours"))
        .toList();
  }

  @Test
  void whoGoesDownSaysSoAndTheNextStartGoesOn() {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var place = Talk.streams(partner);
    try (var caller = Device.following(talk.pair().first());
        var listener = Device.open(partner)) {
      listener.hello(place);
      talk.say(caller, "before");
      listener.event("timeout.checkedIn");
      home.node().process().destroy();
      for (var device : List.of(caller, listener)) {
        var bye = device.await(f -> Device.is(f, "bye"));
        assertThat(bye.path("code").asInt()).isEqualTo(1012);
        assertThat(bye.path("after").asInt()).isBetween(500, 4_000);
        assertThat(device.closeCode(Duration.ofSeconds(10))).isEqualTo(1012);
        assertThat(device.all().getLast()).isEqualTo(bye);
      }
      home.node().ended().join();
      home.node().restart();
      try (var again = Device.following(talk.pair().first())) {
        talk.say(again, "after");
        assertThat(resumed(listener, partner, place)).hasSize(2);
      }
    }
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
