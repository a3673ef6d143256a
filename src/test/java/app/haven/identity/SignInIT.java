package app.haven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.KeycloakHome;
import app.haven.client.Visitor;
import app.haven.local.Database;
import app.haven.local.Http;
import app.haven.local.KeycloakAdmin;
import app.haven.local.LocalPostgres;
import app.haven.local.LocalServers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pages' way in, against the real Keycloak.
class SignInIT {
  private static LocalPostgres postgres;
  private static Database database;
  private static KeycloakHome home;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.temporary();
    database = postgres.freshDatabase();
    home = new KeycloakHome("sign-in", database);
  }

  @AfterAll
  static void stop() {
    home.close();
    postgres.close();
  }

  private static HttpResponse<String> withCookie(String cookie, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(home.node().uri().resolve(path)).header("Cookie", cookie).build();
    return Http.CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void aBrowserGoesThroughTheIdentityProviderAndComesHome() throws Exception {
    var visitor = home.visitor();
    var way = visitor.signIn("alex");
    assertThat(way.getLast().uri()).isEqualTo(home.node().uri().resolve("/"));
    assertThat(way.getFirst().headers().firstValue("Location").orElse(""))
        .startsWith(LocalServers.keycloak().issuer())
        .contains("code_challenge_method=S256");

    var me = visitor.ask("GET", "/api/v1/me");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(Api.JSON.readTree(me.body()).path("displayName").asText()).isEqualTo("Alex");
  }

  @Test
  void theSignInPageSpeaksTheLanguageHavenIsReadIn() {
    for (var language : List.of("de", "en")) {
      var page = home.visitor().visit("/sign-in?ui_locales=" + language).getLast();
      assertThat(page.uri().toString()).startsWith(LocalServers.keycloak().issuer());
      assertThat(page.body()).containsPattern("<html[^>]* lang=\"" + language + "\"");
    }
  }

  @Test
  void theCookieIsSmallOutOfReachOfScriptsAndHoldsNoToken() {
    var visitor = home.visitor();
    var way = visitor.signIn("alex");
    var set =
        way.stream()
            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
            .filter(cookie -> cookie.startsWith("q_session=") && !cookie.startsWith("q_session=;"))
            .toList();
    assertThat(set).hasSize(1);
    assertThat(set.getFirst()).contains("HTTPOnly").contains("SameSite=Lax").contains("Path=/");
    assertThat(visitor.cookies()).hasSize(1);
    assertThat(visitor.cookies().getFirst().getValue()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void nothingButTheSignInPageLeadsAway() throws Exception {
    for (var path : List.of("/api/v1/me", "/api/v1/invites", "/api/v1/snapshot")) {
      for (var cookie : List.of("a=b", "q_session=forged", "q_auth_x=forged")) {
        var answer = withCookie(cookie, path);
        assertThat(answer.statusCode()).as(path + " " + cookie).isEqualTo(401);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
        assertThat(Api.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("sign-in");
      }
    }
  }

  @Test
  void aPageOfAnotherSiteDoesNothingWithTheCookie() {
    var visitor = home.signedIn("alex");
    var own = home.node().uri().toString();
    assertThat(visitor.ask("POST", "/api/v1/invites", "Origin", own).statusCode()).isEqualTo(201);
    for (var headers :
        List.of(
            new String[] {},
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Origin", "null"},
            new String[] {"Origin", own, "Sec-Fetch-Site", "cross-site"},
            new String[] {"Origin", own, "Origin", "https://evil.example"})) {
      var answer = visitor.ask("POST", "/api/v1/invites", headers);
      assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
      assertThat(answer.body()).contains("\"origin\"");
    }
    assertThat(visitor.ask("GET", "/sign-out", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(visitor.ask("GET", "/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSignInForWhoeverHoldsTheCookie() throws Exception {
    var visitor = home.signedIn("sam");
    var other = home.signedIn("sam");
    var copied = visitor.cookieHeader();
    assertThat(withCookie(copied, "/api/v1/me").statusCode()).isEqualTo(200);

    var way = visitor.visit("/sign-out");
    assertThat(way.getLast().uri()).isEqualTo(home.node().uri().resolve("/"));
    assertThat(visitor.cookies()).isEmpty();
    assertThat(withCookie(copied, "/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(visitor.ask("GET", "/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(other.ask("GET", "/api/v1/me").statusCode()).isEqualTo(200);
    // The provider asks for the password again, too.
    assertThat(visitor.visit("/sign-in").getLast().body()).contains("password");
  }

  @Test
  void signingOutClosesTheSocketsOfThatSignInAlone() {
    var visitor = home.signedIn("sam");
    var other = home.signedIn("sam");
    try (var ended = home.socket(visitor);
        var stays = home.socket(other)) {
      visitor.visit("/sign-out");
      assertThat(ended.closeCode(Duration.ofSeconds(3))).isEqualTo(4503);
      stays.send(Api.data().put("type", "ping").put("n", 1));
      stays.await(frame -> Device.is(frame, "pong"));
    }
  }

  @Test
  void whoIsNotSignedInIsLedHomeFromTheSignOutPage() {
    assertThat(home.visitor().visit("/sign-out").getLast().uri())
        .isEqualTo(home.node().uri().resolve("/"));
  }

  /// Keycloak gives each refresh token for one use and ends the whole sign-in when it sees one
  /// twice: many tabs at once must not look like a thief.
  @Test
  void aSignInOutlivesItsTokensAlsoWhenManyAskAtOnce() {
    var keycloak = new KeycloakAdmin(LocalServers.keycloak());
    keycloak.withTokensOf(
        "haven-web",
        Duration.ofSeconds(3),
        () -> {
          var visitor = home.signedIn("alex");
          var cookie = visitor.cookieHeader();
          for (int round = 0; round < 2; round++) {
            awaitTokensRunOut(visitor);
            assertThat(together(visitor, 12)).containsOnly(200);
          }
          assertThat(visitor.cookieHeader()).isEqualTo(cookie);
        });
  }

  private static void awaitTokensRunOut(Visitor visitor) {
    var issued = System.nanoTime();
    assertThat(visitor.ask("GET", "/api/v1/me").statusCode()).isEqualTo(200);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> System.nanoTime() - issued > Duration.ofSeconds(4).toNanos());
  }

  private static List<Integer> together(Visitor visitor, int many) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, many)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> visitor.ask("GET", "/api/v1/me").statusCode(), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void noTokenIsEverPartOfAnAddress() {
    var visitor = home.visitor();
    var way = new ArrayList<>(visitor.signIn("alex"));
    way.addAll(visitor.visit("/sign-out"));
    assertThat(way).extracting(answer -> answer.uri().toString()).noneMatch(SignInIT::holdsToken);
  }

  /// A signed one: three parts, the first two JSON.
  private static boolean holdsToken(String address) {
    return address.matches(".*eyJ[A-Za-z0-9_-]+\\.eyJ.*");
  }

  @Test
  void nobodyIsSignedOutBecauseTheDatabaseWasAway() {
    var visitor = home.signedIn("alex");
    var cookie = visitor.cookieHeader();
    postgres.kill();
    try {
      var away = visitor.ask("GET", "/api/v1/me");
      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(away.body()).contains("\"unavailable\"");
      assertThat(away.headers().firstValue("Set-Cookie")).isEmpty();
    } finally {
      postgres.restart();
    }
    assertThat(visitor.cookieHeader()).isEqualTo(cookie);
    Awaitility.await().until(() -> visitor.ask("GET", "/api/v1/me").statusCode() == 200);
  }

  @Test
  void aBearerTokenOfTheProviderIsTheSamePerson() throws Exception {
    var visitor = home.signedIn("alex");
    var page = Api.JSON.readTree(visitor.ask("GET", "/api/v1/me").body());
    var program = new Api(home.node().uri(), LocalServers.keycloak().accessToken("alex"));
    assertThat(program.get("/api/v1/me").expect(200).body().path("id")).isEqualTo(page.path("id"));
  }

  @Test
  void tokensAreNotReadableInTheDatabase() throws Exception {
    home.signedIn("alex");
    try (var db = database.connect();
        var rows = db.createStatement().executeQuery("select tokens from vault.web_session")) {
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("eyJ");
    }
  }
}
