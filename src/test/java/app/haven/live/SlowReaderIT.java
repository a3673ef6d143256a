package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.RawSocket;
import app.haven.local.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A client that stops reading costs a bounded piece of memory and nobody else's time.
class SlowReaderIT {
  private static final int EVENTS = 500;
  private static final int MOST_BYTES = 256_000;
  private static final int ROOM_FOR_ANSWERS = 64_000;

  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("slow", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @Test
  void aReaderThatStopsIsBoundedClosedAndResumesWhole() {
    var talk = Talk.begin(home.pair());
    var partner = talk.pair().second();
    var place = Talk.streams(partner);
    try (var caller = Device.following(talk.pair().first())) {
      talk.say(caller, "😀".repeat(500), EVENTS);
    }
    try (var slow = RawSocket.open(partner, 4096, List.of("Sec-WebSocket-Protocol: haven.v1"))) {
      askUntilNothingGoes(slow, place);
      someoneElseIsServed();
      assertThat(mostUntilGivenUp()).isBetween(MOST_BYTES / 2, MOST_BYTES + ROOM_FOR_ANSWERS);
      assertThat(closeCode(slow)).isEqualTo(4400);
    }
    try (var again = Device.open(partner)) {
      assertThat(again.hello(place).path("streams").path("ours").path("mode").asText())
          .isEqualTo("replay");
      again.await(f -> Device.is(f, "caughtUp"));
      var events = again.all().stream().filter(f -> Device.is(f, "event")).toList();
      assertThat(events).hasSize(EVENTS);
      for (int i = 0; i < EVENTS; i++) {
        assertThat(events.get(i).path("seq").asInt()).isEqualTo(i + 2);
      }
    }
  }

  /// Wants everything again and again without reading, until the system takes no more and Haven has
  /// to keep it.
  private static void askUntilNothingGoes(RawSocket slow, JsonNode place) {
    var hello = Api.data().put("type", "hello").put("device", "slow").set("after", place);
    var now = State.now();
    for (int i = 0; i < 40 && !now.stuck(); i++) {
      double all = now.handedOver() + EVENTS;
      slow.text(hello.toString());
      now =
          await()
              .pollInterval(Duration.ofMillis(250))
              .until(State::now, state -> state.stuck() || state.handedOver() >= all);
    }
    assertThat(now.stuck()).isTrue();
  }

  /// @param handedOver events given to writers since the start
  /// @param kept bytes that wait in writers
  /// @param stuck whether much waits and nothing moves
  private record State(double handedOver, int kept, boolean stuck) {
    private static State last = new State(0, 0, false);

    static State now() {
      double handedOver = metric("haven_delivery_seconds_count");
      int kept = waiting();
      boolean stuck = kept > MOST_BYTES / 2 && kept == last.kept && handedOver == last.handedOver;
      last = new State(handedOver, kept, stuck);
      return last;
    }
  }

  private static int waiting() {
    return (int) metric("haven_sockets_waiting_bytes");
  }

  private static double metric(String name) {
    var request = HttpRequest.newBuilder(home.node().uri().resolve("/q/metrics")).build();
    try {
      return Http.CLIENT
          .send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void someoneElseIsServed() {
    var talk = Talk.begin(home.pair());
    try (var caller = Device.following(talk.pair().first());
        var listener = Device.following(talk.pair().second())) {
      var ok = talk.say(caller, "meanwhile");
      assertThat(listener.event("timeout.checkedIn").path("command")).isEqualTo(ok.path("id"));
    }
  }

  private static int mostUntilGivenUp() {
    var seen = new ArrayList<Integer>();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(25))
        .until(() -> seen.add(waiting()) && seen.getLast() == 0);
    return seen.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /// Reads what the system had taken in, up to the close.
  private static int closeCode(RawSocket socket) {
    for (Optional<RawSocket.Frame> frame = socket.next();
        frame.isPresent();
        frame = socket.next()) {
      if (frame.get().opcode() == RawSocket.CLOSE) return frame.get().closeCode();
    }
    return 1006;
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
