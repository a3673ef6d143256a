package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where a device stands in its streams: hello, replay, snapshot, another epoch.
class StreamsIT {
  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("streams", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @Test
  void whoIsAloneHasOneStream() {
    var alone = home.person("alone");
    try (var device = Device.open(alone)) {
      var welcome = device.hello(Talk.streams(alone));
      assertThat(welcome.path("couple").isNull()).isTrue();
      assertThat(welcome.path("heartbeat").asInt()).isEqualTo(20_000);
      assertThat(welcome.path("streams").fieldNames()).toIterable().containsExactly("mine");
    }
  }

  @Test
  void whoHasEverythingIsCurrentAndGetsWhatComes() {
    var talk = Talk.begin(home.pair());
    try (var device = Device.open(talk.pair().second());
        var other = Device.following(talk.pair().first())) {
      var welcome = device.hello(Talk.streams(talk.pair().second()));
      assertThat(welcome.path("couple").asText()).isEqualTo(talk.pair().couple());
      for (var stream : welcome.path("streams")) {
        assertThat(stream.path("mode").asText()).isEqualTo("current");
      }
      var ok = talk.say(other, "one");
      var event = device.await(f -> Device.is(f, "event") || Device.is(f, "caughtUp"));
      assertThat(event.path("seq")).isEqualTo(ok.path("positions").path("ours").path("seq"));
      assertThat(event.path("epoch")).isEqualTo(welcome.path("streams").path("ours").path("epoch"));
      assertThat(event.path("at")).isEqualTo(ok.path("at"));
    }
  }

  static Stream<String> placesOfNoUse() {
    return Stream.of(
            "{}",
            "{'ours':null}",
            "{'ours':{'epoch':'elsewhere','seq':1}}",
            "{'ours':{'epoch':'$epoch','seq':2}}",
            "{'ours':{'epoch':'$epoch','seq':-1}}")
        .map(text -> text.replace('\'', '"'));
  }

  @ParameterizedTest
  @MethodSource("placesOfNoUse")
  void withoutAUsefulPlaceItWaitsForTheSnapshot(String place) throws Exception {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var epoch = Talk.streams(partner).path("ours").path("epoch").asText();
    try (var device = Device.open(partner);
        var other = Device.following(partner);
        var caller = Device.following(talk.pair().first())) {
      var welcome = device.hello(Api.JSON.readTree(place.replace("$epoch", epoch)));
      assertThat(welcome.path("streams").path("ours").path("mode").asText()).isEqualTo("snapshot");
      assertThat(welcome.path("streams").path("ours").path("head").asInt()).isEqualTo(1);
      talk.say(caller, "not for who has no snapshot");
      talk.say(caller, "nor this");
      other.await(f -> f.path("seq").asInt() == 3);
      device.send(Api.data().put("type", "ping").put("n", 7));
      device.await(f -> Device.is(f, "pong"));
      assertThat(device.all()).noneMatch(f -> f.path("stream").asText().equals("ours"));

      device.hello(Talk.streams(partner));
      talk.say(caller, "this");
      assertThat(device.event("timeout.checkedIn").path("seq").asInt()).isEqualTo(4);
    }
  }

  @Test
  void fiveHundredBehindAreReplayedAndOneMoreIsNot() {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var start = Talk.streams(partner);
    try (var caller = Device.following(talk.pair().first());
        var device = Device.open(partner)) {
      talk.say(caller, "still here", 500);
      var welcome = device.hello(start);
      assertThat(welcome.path("streams").path("ours").path("mode").asText()).isEqualTo("replay");
      var caughtUp = device.await(f -> Device.is(f, "caughtUp"));
      assertThat(caughtUp.path("seq").asInt()).isEqualTo(501);
      assertThat(seqs(device, 0)).containsExactlyElementsOf(range(2, 501));

      talk.say(caller, "one too many");
      device.await(f -> f.path("seq").asInt() == 502);
      welcome = device.hello(start);
      assertThat(welcome.path("streams").path("ours").path("mode").asText()).isEqualTo("snapshot");
      assertThat(welcome.path("streams").path("ours").path("head").asInt()).isEqualTo(502);
    }
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /// The numbers of `ours` in the order of arrival.
  private static List<Long> seqs(Device device, int from) {
    var frames = device.all();
    return frames.subList(from, frames.size()).stream()
        .filter(f -> Device.is(f, "event") && f.path("stream").asText().equals("ours"))
        .map(f -> f.path("seq").asLong())
        .toList();
  }

  @Test
  void helloMayBeRepeatedInTheMiddle() {
    var talk = Talk.begin(home.pair());
    var start = Talk.streams(talk.pair().second());
    try (var caller = Device.following(talk.pair().first());
        var device = Device.open(talk.pair().second())) {
      device.hello(start);
      for (int round = 0; round < 10; round++) {
        talk.say(caller, "on and on", 20);
        var welcome = device.hello(start);
        int from = device.all().indexOf(welcome);
        talk.say(caller, "and on", 1);
        long last = 1 + (round + 1) * 21L;
        device.await(f -> f.path("seq").asLong() == last && Device.is(f, "event"));
        assertThat(seqs(device, from)).containsExactlyElementsOf(range(2, last));
      }
    }
  }

  @Test
  void aNewEpochMakesEveryDeviceReadASnapshot() {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var before = Talk.streams(partner);
    try (var caller = Device.following(talk.pair().first());
        var device = Device.following(partner)) {
      home.node().run("new-epoch");
      for (int i = 0; i < 2; i++) {
        var told = device.await(f -> Device.is(f, "stream"));
        assertThat(told.path("mode").asText()).isEqualTo("snapshot");
        var was = before.path(told.path("stream").asText());
        assertThat(told.path("epoch")).isNotEqualTo(was.path("epoch"));
        assertThat(told.path("head")).isEqualTo(was.path("seq"));
      }
      try (var late = Device.open(partner)) {
        for (var stream : late.hello(before).path("streams")) {
          assertThat(stream.path("mode").asText()).isEqualTo("snapshot");
        }
      }
      talk.say(caller, "in the new one");
      assertThat(seqs(device, 0)).isEmpty();

      var now = Talk.streams(partner);
      assertThat(device.hello(now).path("streams").path("ours").path("mode").asText())
          .isEqualTo("current");
      var ok = talk.say(caller, "and on");
      var event = device.event("timeout.checkedIn");
      assertThat(event.path("epoch")).isEqualTo(now.path("ours").path("epoch"));
      assertThat(event.path("seq").asInt()).isEqualTo(3);
      assertThat(ok.path("positions").path("ours").path("epoch")).isEqualTo(event.path("epoch"));
    }
  }

  @Test
  void foldedEventsAreTheSnapshotAndTimeNeverGoesBack() {
    Pair pair = home.pair();
    try (var one = Device.following(pair.first());
        var two = Device.following(pair.second())) {
      var first = Api.id().toString();
      var second = Api.id().toString();
      run(one, pair, "call", first, Api.data().put("minutes", 30).put("feeling", "flooded"));
      run(two, pair, "acknowledge", first, Api.data().put("words", "take your time"));
      run(one, pair, "checkIn", first, Api.data().put("words", "calmer"));
      run(one, pair, "checkIn", first, Api.data());
      run(two, pair, "note", first, Api.data().put("words", "dinner is in the oven"));
      run(two, pair, "call", second, Api.data().put("minutes", 60).put("topic", "the move"));
      run(one, pair, "extend", first, Api.data().put("minutes", 90).put("words", "a bit more"));
      run(two, pair, "note", first, Api.data().put("words", "eaten"));
      compare(pair, one, two, 8);
      run(one, pair, "return", first, Api.data().put("words", "back"));
      compare(pair, one, two, 9);
      run(two, pair, "letGo", second, Api.data());
      compare(pair, one, two, 10);
    }
  }

  private static void run(Device device, Pair pair, String what, String timeout, ObjectNode data) {
    data.put("timeout", timeout);
    Talk.accepted(device.run(Api.command(Api.id(), pair.couple(), "timeout." + what, data)));
  }

  private static void compare(Pair pair, Device one, Device two, int head) {
    for (var device : List.of(one, two)) {
      // The author's own event may come before the ok, and is passed by then.
      Predicate<JsonNode> last = f -> Device.is(f, "event") && f.path("seq").asInt() == head;
      if (device.all().stream().noneMatch(last)) device.await(last);
      var folded = new FoldedTimeouts();
      var ours = device.all().stream().filter(f -> f.path("stream").asText().equals("ours"));
      ours.filter(f -> Device.is(f, "event")).forEach(folded::apply);
      var api = device == one ? pair.first() : pair.second();
      var snapshot = api.get("/api/v1/snapshot").expect(200).body();
      assertThat(snapshot.path("timeouts")).containsExactlyInAnyOrderElementsOf(folded.open());
    }
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
