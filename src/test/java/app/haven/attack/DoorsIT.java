package app.haven.attack;

import static app.haven.attack.Guarded.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.Wire.Reply;
import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no honest client sends: bent paths, borrowed methods, odd and large bodies.
class DoorsIT {
  private static final String ME = "/api/v1/me";
  private static final String COMMANDS = "/api/v1/commands";
  private static final String JSON = "Content-Type: application/json";

  private static Home home;
  private static Pair pair;
  private static String token;
  private static String id;

  @BeforeAll
  static void open() {
    home = new Home("doors", Map.of());
    pair = Pair.make(home.person("alex"), home.person("sam"));
    token = "Authorization: Bearer " + home.tokens().of("alex");
    id = World.id(pair.first());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static Reply wire(String method, String target, String body, String... headers) {
    return Wire.send(home.node().uri(), method, target, List.of(headers), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me;x",
        "/api/v1/me;x=/",
        "/api/v1/me;x=/../../q/health",
        "/api/v1;jsessionid=1/me",
        "/api;x/v1/me",
        "/api/v1/me%3Bx",
        "/api%2Fv1%2Fme",
        "/api/v1%2fme",
        "/api%252Fv1%252Fme",
        "/api%5Cv1%5Cme",
        "//api/v1/me",
        "/api//v1/me",
        "/api/v1/me//",
        "/q/../api/v1/me",
        "/api/v1/../v1/me",
        "/api/v1/me/..",
        "/api/v1/%2e%2e/v1/me",
        "/api/v1/.%2E/v1/me",
        "/api/v1/%2e/me",
        "/%61pi/v1/me",
        "/api/v1/m%65",
        "/api/v1/me%00",
        "/api/v1/me%0d%0aSet-Cookie:x=y",
        "/api/v1/me%20",
        "/api/v1/me%C0%AF",
        "/api/v1/m\u00e9",
        "/./api/v1/me",
        "/api/./v1/me",
        "/api/v1/me/.",
      })
  void aBentPathIsNoAddress(String path) {
    for (var signedIn : List.of(token, "X-None: 1")) {
      var reply = wire("GET", path, "", signedIn);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("bad-frame");
      assertThat(reply.body()).doesNotContain(id);
      guarded(reply, path);
    }
  }

  /// Not even the shape of an address: turned away before anything of ours sees it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        ";/api/v1/me",
        "/api\\v1\\me",
        "/api/v1/<me>",
        "/api/v1/{me}",
        "*",
        "api/v1/me",
        "\\\\x"
      })
  void whatIsNoAddressAtAllGetsAnEmptyNo(String target) {
    var reply = wire("GET", target, "", token);
    assertThat(reply.status()).as(reply.toString()).isIn(400, 404);
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/API/v1/me", "/api/V1/me", "/api/v1/me.json", "/api/v1/me/x", "/api"})
  void anotherPathIsAnotherAddress(String path) {
    for (var signedIn : List.of(token, "X-None: 1")) {
      var reply = wire("GET", path, "", signedIn);
      assertThat(reply.body()).doesNotContain(id);
      if (path.startsWith("/api/")) assertThat(reply.status()).isEqualTo(404);
      guarded(reply, path);
    }
  }

  /// The same address in other words is held to the same rules.
  @ParameterizedTest
  @ValueSource(strings = {ME, ME + "/", ME + "?x=/../", "http://evil.example/api/v1/me"})
  void whateverReachesAPersonNeedsThem(String target) {
    assertThat(wire("GET", target, "").status()).isEqualTo(401);
    var reply = wire("GET", target, "", token);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains(id);
    guarded(reply, ME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: DELETE",
        "X-HTTP-Method: DELETE",
        "X-Method-Override: DELETE"
      })
  void aHeaderIsNoMethod(String override) {
    for (var path : List.of(ME, "/api/v1/couple")) {
      for (var target : List.of(path, path + "?_method=DELETE")) {
        assertThat(wire("POST", target, "", token, override).status()).isEqualTo(405);
        wire("GET", target, "", token, override);
      }
    }
    assertThat(pair.second().get(ME).body().path("couple").isNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PUT", "PROPFIND", "delete"})
  void anUnusualMethodDoesNothing(String method) {
    assertThat(wire(method, ME, "", token).status()).isBetween(400, 501);
    assertThat(pair.first().get(ME).expect(200).body().path("id").asText()).isEqualTo(id);
  }

  @Test
  void onlyJsonIsReadAsJson() {
    var body = command().toString();
    for (var type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/json",
            "application/xml")) {
      assertThat(wire("POST", COMMANDS, body, token, "Content-Type: " + type).status())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(wire("POST", COMMANDS, body, token, JSON).status()).isEqualTo(200);
  }

  private static ObjectNode command() {
    return Api.command(Api.id(), pair.couple(), "signal.send", Api.data().put("signal", "slower"));
  }

  @Test
  void tooMuchIsNotTaken() {
    for (int size : List.of(33 * 1024, 65 * 1024, 1024 * 1024)) {
      var body = command().put("type", "x".repeat(size)).toString();
      var reply = wire("POST", COMMANDS, body, token, JSON);
      assertThat(reply.status() + reply.code()).as("%d bytes", size).isEqualTo("413too-large");
      guarded(reply, COMMANDS);
    }
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    var endless = chunk.repeat(4) + "0\r\n\r\n";
    var reply = wire("POST", COMMANDS, endless, token, JSON, "Transfer-Encoding: chunked");
    assertThat(reply.status() + reply.code()).isEqualTo("413too-large");
    guarded(reply, COMMANDS);
    for (var lie : List.of("99999999999999999999", "-1", "1, 2", "0x10", "ten")) {
      assertThat(wire("POST", COMMANDS, "{}", token, JSON, "Content-Length: " + lie).status())
          .as("Content-Length: %s", lie)
          .isIn(400, 413);
    }
    var both =
        wire(
            "POST",
            COMMANDS,
            "0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            token,
            JSON,
            "Content-Length: 5",
            "Transfer-Encoding: chunked");
    assertThat(both.status()).as("a request inside a request: %s", both).isEqualTo(400);
    assertThat(both.body()).doesNotContain("HTTP/1.1");
    var headers = "X-Long: " + "x".repeat(20_000);
    assertThat(wire("GET", ME, "", token, headers).status()).isIn(400, 431);
  }

  /// On every kind of answer, refusals and errors too.
  @Test
  void everyAnswerIsGuarded() {
    var answers = new ArrayList<Map.Entry<String, Reply>>();
    for (var path :
        List.of(
            "/",
            "/history",
            "/help",
            "/join",
            "/sw.js",
            "/index.html",
            "/manifest.webmanifest",
            "/assets/none.js",
            "/sign-in",
            "/sign-out",
            "/asyncapi.yaml",
            "/q/openapi",
            "/q/metrics",
            "/q/health/ready",
            "/q/health/live",
            "/q/none",
            ME,
            "/api/v1/none",
            "/api/v1/live",
            COMMANDS)) {
      for (var method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
        answers.add(Map.entry(path, wire(method, path, "", "Accept: text/html")));
        answers.add(Map.entry(path, wire(method, path, "", token)));
      }
    }
    answers.forEach(answer -> guarded(answer.getValue(), answer.getKey()));
    var statuses = answers.stream().map(a -> a.getValue().status()).collect(Collectors.toSet());
    assertThat(statuses).contains(200, 401, 404, 405);
  }
}
