package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.RawSocket;
import app.haven.client.Visitor;
import app.haven.local.KeycloakAdmin;
import app.haven.local.LocalServers;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The live door by cookie, with sign-ins of the real Keycloak.
class CookieSocketIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static Node node;

  @BeforeAll
  static void start() {
    var settings = new HashMap<>(LocalServers.postgres().freshDatabase().settings());
    settings.putAll(LocalServers.keycloak().settings());
    settings.put(
        "HAVEN_MASTER_KEY_FILE",
        MasterKey.at(Places.target("nodes").resolve("master.key")).toString());
    node = new Node(Places.jar(), settings, "cookie-socket");
  }

  private static Visitor signedIn(String name) {
    var visitor = new Visitor(node.uri());
    visitor.signIn(name);
    return visitor;
  }

  @Test
  void aCookieOpensTheDoorForOurOwnPagesOnly() {
    var cookie = "Cookie: " + signedIn("sam").cookieHeader();
    var own = "Origin: " + node.uri();
    assertThat(status(cookie, own)).isEqualTo(101);
    assertThat(status(cookie)).isEqualTo(403);
    assertThat(status(cookie, "Origin: https://haven.example")).isEqualTo(403);
    assertThat(status(cookie, "Origin: null")).isEqualTo(403);
    assertThat(status("Cookie: q_session=invented", own)).isEqualTo(401);
    assertThat(status(own)).isEqualTo(401);
  }

  private static int status(String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.add("Sec-WebSocket-Protocol: haven.v1");
    try (var socket = RawSocket.open(new Api(node.uri(), null), 0, headers)) {
      assertThat(socket.header("Location")).isEmpty();
      return socket.status();
    }
  }

  @Test
  void aSocketEndsWithItsTokensAndComesBackOnceTheyAreRenewed() {
    new KeycloakAdmin(LocalServers.keycloak())
        .withTokensOf(
            "haven-web",
            Duration.ofSeconds(4),
            () -> {
              var visitor = signedIn("alex");
              var ended = socket(visitor);
              assertThat(ended.closeCode(Duration.ofSeconds(15))).isEqualTo(1008);
              assertThat(visitor.ask("GET", "/api/v1/me").statusCode()).isEqualTo(200);
              try (var again = socket(visitor)) {
                again.send(Api.data().put("type", "ping").put("n", 1));
                again.await(f -> Device.is(f, "pong"));
              }
            });
  }

  private static Device socket(Visitor visitor) {
    var headers = List.of("Cookie", visitor.cookieHeader(), "Origin", node.uri().toString());
    var device = Device.open(new Api(node.uri(), null), true, headers);
    device.hello(Api.data());
    return device;
  }

  @Test
  void signingOutAndErasingEndTheSocketsAtOnceEachWithItsWord() {
    var leaves = signedIn("sam");
    var erases = signedIn("sam");
    var signedOut = socket(leaves);
    var erased = socket(erases);
    var headers = List.of("Cookie", leaves.cookieHeader(), "Origin", node.uri().toString());
    var withoutHello = Device.open(new Api(node.uri(), null), true, headers);
    leaves.visit("/sign-out");
    assertThat(signedOut.closeCode(AT_ONCE)).isEqualTo(4503);
    assertThat(withoutHello.closeCode(AT_ONCE)).isEqualTo(4503);
    var answer = erases.ask("DELETE", "/api/v1/me", "Origin", node.uri().toString());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(erased.closeCode(AT_ONCE)).isEqualTo(4504);
    assertThat(erases.ask("GET", "/api/v1/me").statusCode()).isEqualTo(401);
  }

  @AfterAll
  static void stop() {
    node.close();
  }
}
