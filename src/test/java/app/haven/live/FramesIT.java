package app.haven.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.client.RawSocket;
import app.haven.local.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The frame table: each bad frame has its one answer, nothing of it is done, and two people on the
/// same node notice nothing.
class FramesIT {
  private static Home home;
  private static Talk ours;
  private static Talk theirs;
  private static Pair pair;
  private static Device speaker;
  private static Device listener;

  @BeforeAll
  static void start() {
    home = new Home("frames", Map.of("HAVEN_RATE_LIMITS", "off"));
    ours = Talk.begin(home.pair());
    theirs = Talk.begin(home.pair());
    pair = ours.pair();
    speaker = Device.following(theirs.pair().first());
    listener = Device.following(theirs.pair().second());
  }

  static Stream<BadFrame> table() {
    return Stream.of(
            BadJson.rows(),
            BadSizes.rows(),
            BadBytes.rows(),
            BadEnvelopes.commands(),
            BadEnvelopes.hellos(),
            BadValues.words(),
            BadValues.times())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("table")
  void eachFrameHasItsAnswer(BadFrame bad) {
    long before = head();
    var values = values();
    var text = bad.fill(values);
    var id = Objects.requireNonNull(values.get("$id"));
    try (var socket = RawSocket.open(pair.second())) {
      socket.text("{\"type\":\"hello\",\"device\":\"raw\"}");
      assertThat(socket.json().path("type").asText()).isEqualTo("welcome");
      if (bad.isText()) socket.text(text);
      else bad.raw().accept(socket, id);
      var answer = socket.next();
      assertThat(answer.map(frame -> spoken(frame, id)).orElse("cut")).isEqualTo(bad.answer());
      if (bad.isCommand() && answer.orElseThrow().json().has("problem")) {
        var rest = pair.second().post("/api/v1/commands", text);
        assertThat(rest.body()).isEqualTo(answer.orElseThrow().json().path("problem"));
        assertThat(rest.status()).isEqualTo(rest.body().path("status").asInt());
      }
      if (bad.answer().startsWith("closed")) nothingFollows(socket);
      else stillThere(socket);
    }
    if (bad.answer().equals("ok")) letGo(Objects.requireNonNull(values.get("$new")));
    else assertThat(head()).isEqualTo(before);
    nobodyElseNotices();
  }

  private static Map<String, String> values() {
    var soon = Instant.now().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    var values = new HashMap<String, String>();
    values.put("$id", Api.id().toString());
    values.put("$new", Api.id().toString());
    values.put("$couple", pair.couple());
    values.put("$other", theirs.pair().couple());
    values.put("$timeout", ours.timeout());
    values.put("$foreign", theirs.timeout());
    values.put("$soon", soon.toString());
    values.put("$soonElsewhere", soon.atOffset(ZoneOffset.ofHoursMinutes(5, 45)).toString());
    return values;
  }

  private static String spoken(RawSocket.Frame frame, String id) {
    if (frame.opcode() == RawSocket.CLOSE) return "closed " + frame.closeCode();
    if (frame.opcode() == RawSocket.PONG) return "control pong";
    var json = frame.json();
    if (!Device.is(json, "refused")) return json.path("type").asText();
    var problem = json.path("problem");
    var fields = fields(problem);
    var own = json.path("id");
    return problem.path("code").asText()
        + (fields.isEmpty() ? "" : " " + fields)
        + (own.isNull() ? "" : id.equals(own.asText()) ? " its id" : " another's id");
  }

  private static List<String> fields(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("field").asText())
        .sorted()
        .toList();
  }

  private static void nothingFollows(RawSocket socket) {
    socket.endOutput();
    assertThat(socket.next()).isEmpty();
  }

  /// After a refusal the same socket goes on.
  private static void stillThere(RawSocket socket) {
    socket.text("{\"type\":\"ping\",\"n\":42}");
    JsonNode answer;
    do answer = socket.json();
    while (!Device.is(answer, "pong") || answer.path("n").asInt() != 42);
  }

  private static void letGo(String called) {
    pair.second()
        .command(pair.couple(), "timeout.letGo", Api.data().put("timeout", called))
        .expect(200);
  }

  private static long head() {
    return Talk.streams(pair.second()).path("ours").path("seq").asLong();
  }

  private static void nobodyElseNotices() {
    var ok = theirs.say(speaker, "still here");
    assertThat(listener.event("timeout.checkedIn").path("command")).isEqualTo(ok.path("id"));
  }

  @Test
  void theOtherDoorRefusesTheSame() throws Exception {
    assertThat(posted("not JSON".getBytes(UTF_8))).isEqualTo("400 bad-frame");
    assertThat(posted(new byte[0])).isEqualTo("400 bad-frame");
    assertThat(posted("[]".getBytes(UTF_8))).isEqualTo("400 bad-frame");
    assertThat(posted("{\"type\":\"command\",\"type\":\"command\"}".getBytes(UTF_8)))
        .isEqualTo("400 bad-frame");
    assertThat(posted("{\"type\":\"ping\",\"n\":1}".getBytes(UTF_8))).isEqualTo("400 bad-frame");
    assertThat(posted(("[".repeat(17) + "]".repeat(17)).getBytes(UTF_8)))
        .isEqualTo("400 bad-frame");
    assertThat(posted(new byte[] {'"', (byte) 0xff, '"'})).isEqualTo("400 bad-frame");
    assertThat(posted(" ".repeat(32 * 1024).getBytes(UTF_8))).isEqualTo("400 bad-frame");
    assertThat(posted(" ".repeat(32 * 1024 + 1).getBytes(UTF_8))).isEqualTo("413 too-large");
    assertThat(posted(" ".repeat(64 * 1024 + 1).getBytes(UTF_8))).isEqualTo("413 too-large");
  }

  private static String posted(byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(home.node().uri().resolve("/api/v1/commands"))
            .header("Authorization", "Bearer " + home.tokens().of("rest"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var answer = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    return answer.statusCode() + " " + Api.JSON.readTree(answer.body()).path("code").asText();
  }

  /// Everything the two innocent people got: what belongs to them, in order, and no refusal.
  @AfterAll
  static void stop() {
    try (var node = home) {
      for (var device : List.of(speaker, listener)) {
        var events = device.all().stream().filter(f -> Device.is(f, "event")).toList();
        for (int i = 0; i < events.size(); i++) {
          assertThat(events.get(i).path("seq").asInt()).isEqualTo(i + 2);
        }
        assertThat(device.all()).extracting(f -> f.path("type").asText()).doesNotContain("refused");
        device.close();
      }
    }
  }
}
