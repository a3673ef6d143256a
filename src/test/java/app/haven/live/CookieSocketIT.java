package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.KeycloakHome;
import app.haven.client.RawSocket;
import app.haven.local.KeycloakAdmin;
import app.haven.local.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The live door by cookie, with sign-ins of the real Keycloak.
class CookieSocketIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static KeycloakHome home;

  @BeforeAll
  static void start() {
    home = new KeycloakHome("cookie-socket", LocalServers.postgres().freshDatabase());
  }

  @Test
  void aCookieOpensTheDoorForOurOwnPagesOnly() {
    var cookie = "Cookie: " + home.signedIn("sam").cookieHeader();
    var own = "Origin: " + home.node().uri();
    assertThat(status(cookie, own)).isEqualTo(101);
    assertThat(status(cookie)).isEqualTo(403);
    assertThat(status(cookie, "Origin: https://haven.example")).isEqualTo(403);
    assertThat(status(cookie, "Origin: null")).isEqualTo(403);
    assertThat(status("Cookie: q_session=invented", own)).isEqualTo(401);
    assertThat(status(own)).isEqualTo(401);
    assertThat(home.node().log()).content().doesNotContain("\"level\":\"ERROR\"");
  }

  private static int status(String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.add("Sec-WebSocket-Protocol: haven.v1");
    try (var socket = RawSocket.open(new Api(home.node().uri(), null), 0, headers)) {
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
              var visitor = home.signedIn("alex");
              var ended = home.socket(visitor);
              assertThat(ended.closeCode(Duration.ofSeconds(15))).isEqualTo(1008);
              assertThat(visitor.ask("GET", "/api/v1/me").statusCode()).isEqualTo(200);
              try (var again = home.socket(visitor)) {
                again.send(Api.data().put("type", "ping").put("n", 1));
                again.await(f -> Device.is(f, "pong"));
              }
            });
  }

  @Test
  void signingOutAndErasingEndTheSocketsAtOnceEachWithItsWord() {
    var leaves = home.signedIn("sam");
    var erases = home.signedIn("sam");
    var signedOut = home.socket(leaves);
    var erased = home.socket(erases);
    var withoutHello = home.silent(leaves);
    leaves.visit("/sign-out");
    assertThat(signedOut.closeCode(AT_ONCE)).isEqualTo(4503);
    assertThat(withoutHello.closeCode(AT_ONCE)).isEqualTo(4503);
    var answer = erases.ask("DELETE", "/api/v1/me", "Origin", home.node().uri().toString());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(erased.closeCode(AT_ONCE)).isEqualTo(4504);
    assertThat(erases.ask("GET", "/api/v1/me").statusCode()).isEqualTo(401);
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
