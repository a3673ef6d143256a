package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.RawSocket;
import app.haven.local.Http;
import app.haven.local.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who gets in at the live door with a token, and for how long.
class SignedInIT {
  private static final String HAVEN = "Sec-WebSocket-Protocol: haven.v1";

  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("signed-in", Map.of());
  }

  static Stream<String> tokensOfNoUse() {
    return Stream.of(
        "nonsense",
        new Tokens().of("someone"),
        home.tokens().of("someone", Instant.now().minusSeconds(60)),
        home.tokens().signed("{\"exp\":9999999999}"),
        home.tokens().of("someone") + "x",
        "e30.e30.");
  }

  @ParameterizedTest
  @MethodSource("tokensOfNoUse")
  void aTokenOfNoUseOpensNothing(String token) {
    closed(new Api(home.node().uri(), token));
  }

  @Test
  void withoutATokenNothingOpensAndNothingLeadsElsewhere() {
    closed(home.nobody());
  }

  private static void closed(Api api) {
    try (var socket = RawSocket.open(api)) {
      assertThat(socket.status()).isEqualTo(401);
      assertThat(socket.header("Location")).isEmpty();
    }
    for (var answer :
        List.of(api.get("/api/v1/snapshot"), api.post("/api/v1/commands", Api.data()))) {
      assertThat(answer.expect(401).code()).isEqualTo("sign-in");
      assertThat(answer.raw().headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void aTokenInTheAddressIsNoSignIn() {
    var address = "/api/v1/me?access_token=" + home.tokens().of("someone");
    assertThat(home.nobody().get(address).status()).isEqualTo(401);
  }

  @Test
  void onlyOurOwnPagesMayConnect() {
    var person = home.person("someone");
    var own = "Origin: " + home.node().uri();
    assertThat(status(person, HAVEN, own)).isEqualTo(101);
    assertThat(status(person, HAVEN)).isEqualTo(101);
    assertThat(status(person, HAVEN, "Origin: https://haven.example")).isEqualTo(403);
    assertThat(status(person, HAVEN, "Origin: null")).isEqualTo(403);
    assertThat(status(person, HAVEN, own + ".evil.example")).isEqualTo(403);
    assertThat(status(person, HAVEN, own.replace("http:", "https:"))).isEqualTo(403);
    assertThat(status(person, HAVEN, own, "Origin: https://haven.example")).isEqualTo(403);
    // Before anybody looks who it is.
    assertThat(status(home.nobody(), HAVEN, "Origin: https://haven.example")).isEqualTo(403);
  }

  private static int status(Api api, String... headers) {
    try (var socket = RawSocket.open(api, 0, List.of(headers))) {
      return socket.status();
    }
  }

  @Test
  void aForeignPageChangesNothing() throws Exception {
    var request =
        HttpRequest.newBuilder(home.node().uri().resolve("/api/v1/commands"))
            .header("Authorization", "Bearer " + home.tokens().of("someone"))
            .header("Content-Type", "application/json")
            .header("Origin", "https://haven.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    var answer = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Api.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("origin");
  }

  @Test
  void aBrowserBringsItsTokenAsASubprotocol() {
    var person = home.person("by-subprotocol");
    var me = person.get("/api/v1/me").expect(200).body().path("id").asText();
    var token = home.tokens().of("by-subprotocol");
    var carrier = ", quarkus-http-upgrade%23Authorization%23Bearer%20" + token;
    try (var socket = RawSocket.open(home.nobody(), 0, List.of(HAVEN + carrier))) {
      assertThat(socket.status()).isEqualTo(101);
      assertThat(socket.header("Sec-WebSocket-Protocol")).contains("haven.v1");
      socket.text("{\"type\":\"hello\",\"device\":\"browser\"}");
      assertThat(socket.json().path("person").asText()).isEqualTo(me);
    }
    assertThat(status(home.nobody(), HAVEN + carrier + "x")).isEqualTo(401);
  }

  static Stream<List<String>> otherProtocols() {
    return Stream.of(
        List.of(),
        List.of("Sec-WebSocket-Protocol: haven.v2"),
        List.of("Sec-WebSocket-Protocol: bearer-token-carrier"));
  }

  @ParameterizedTest
  @MethodSource("otherProtocols")
  void anotherVersionIsToldSo(List<String> headers) {
    try (var socket = RawSocket.open(home.person("someone"), 0, headers)) {
      assertThat(socket.status()).isEqualTo(101);
      assertThat(socket.next().orElseThrow().closeCode()).isEqualTo(4501);
    }
  }

  @Test
  void nothingIsCompressed() {
    var offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    try (var socket = RawSocket.open(home.person("someone"), 0, List.of(HAVEN, offer))) {
      assertThat(socket.status()).isEqualTo(101);
      assertThat(socket.header("Sec-WebSocket-Extensions")).isEmpty();
    }
  }

  @Test
  void aSocketEndsWithItsTokenAndComesBackWithANewOne() {
    var until = Instant.now().plusSeconds(4);
    var brief = new Api(home.node().uri(), home.tokens().of("brief", until));
    var device = Device.following(brief);
    assertThat(device.closeCode(Duration.ofSeconds(15))).isEqualTo(1008);
    assertThat(Instant.now()).isAfter(until.minusSeconds(1));
    assertThat(brief.get("/api/v1/me").status()).isEqualTo(401);
    try (var socket = RawSocket.open(brief)) {
      assertThat(socket.status()).isEqualTo(401);
    }
    try (var again = Device.following(home.person("brief"))) {
      again.send(Api.data().put("type", "ping").put("n", 1));
      again.await(f -> Device.is(f, "pong"));
    }
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
