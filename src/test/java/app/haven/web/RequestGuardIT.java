package app.haven.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.local.Http;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestGuardIT {
  private static Home home;
  private static String token;

  @BeforeAll
  static void open() {
    home = new Home("guard", Map.of());
    token = home.tokens().of(UUID.randomUUID().toString());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  /// Exactly these bytes: an HTTP client would tidy the path.
  private static String raw(String path, String... headers) throws IOException {
    var request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
            + "\r\n";
    try (var socket = new Socket("localhost", home.node().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void noPathPassesForAnother() throws IOException {
    assertThat(raw("/api/v1/me", "Authorization: Bearer " + token)).startsWith("HTTP/1.1 200");
    for (var path :
        List.of(
            "/api/v1/me;x",
            "/api/v1/me;x=.js",
            "/api;a/v1/me",
            "/api/v1%2Fme",
            "/api/v1/%6De",
            "/api/v1%5Cme",
            "/api//v1/me",
            "//api/v1/me",
            "/x/../api/v1/me",
            "/x/%2e%2e/api/v1/me",
            "/api/v1/me%3Bx",
            "/api/v1/me%00")) {
      for (var credentials : List.of("Authorization: Bearer " + token, "X-None: 1")) {
        assertThat(raw(path, credentials))
            .as(path)
            .startsWith("HTTP/1.1 400")
            .contains("application/problem+json")
            .doesNotContain("displayName");
      }
    }
  }

  @Test
  void everyAnswerTellsTheBrowserWhatIsAllowed() throws IOException {
    for (var path : List.of("/", "/api/v1/me", "/api/v1/none", "/a;b", "/q/health/live")) {
      assertThat(raw(path).lines().toList())
          .as(path)
          .contains(
              "X-Content-Type-Options: nosniff",
              "Referrer-Policy: no-referrer",
              "Cross-Origin-Opener-Policy: same-origin",
              "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';"
                  + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                  + " manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'")
          .noneMatch(line -> line.startsWith("Strict-Transport-Security"))
          .noneMatch(line -> line.startsWith("Access-Control-"));
    }
    assertThat(raw("/api/v1/me").lines().toList()).contains("Cache-Control: no-store");
  }

  @Test
  void whoeverIsNotSignedInIsToldSoAndNotLedAway() {
    for (var path : List.of("/api/v1/me", "/api/v1/invites", "/api/v1/snapshot", "/sign-in")) {
      for (var wrong : List.of("nonsense", home.tokens().of("x", Instant.EPOCH))) {
        var answer = new Api(home.node().uri(), wrong).get(path).expect(401);
        assertThat(answer.code()).isEqualTo("sign-in");
        assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isPresent();
      }
      assertThat(home.nobody().get(path).expect(401).code()).isEqualTo("sign-in");
    }
  }

  @Test
  void whatTheFrameworkRefusesIsAProblemToo() {
    var me = new Api(home.node().uri(), token);
    assertThat(me.get("/api/v1/none").expect(404).code()).isEqualTo("not-found");
    assertThat(me.send("PUT", "/api/v1/me", "{}").expect(405).code()).isEqualTo("bad-frame");
    for (var body : List.of("", "{", "[]", "1", "{\"a\":1,\"a\":2}", "{} {}", "[".repeat(5_000))) {
      assertThat(me.patch("/api/v1/me", body).expect(400).code()).as(body).isEqualTo("bad-frame");
    }
    var large = "{\"displayName\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(me.patch("/api/v1/me", large).expect(413).code()).isEqualTo("too-large");
    assertThat(me.patch("/api/v1/me", "{\"no\":1}").expect(422).code()).isEqualTo("invalid");
  }

  @Test
  void anotherSiteCannotUseATokenEither() throws Exception {
    var me = new Api(home.node().uri(), token);
    assertThat(me.get("/api/v1/me").expect(200).status()).isEqualTo(200);
    var request =
        HttpRequest.newBuilder(home.node().uri().resolve("/api/v1/invites"))
            .header("Authorization", "Bearer " + token)
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.noBody())
            .build();
    var answer = Http.CLIENT.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"origin\"");
  }

  @Test
  void manyFirstRequestsAtOnceMakeOnePerson() {
    var newcomer = home.person(UUID.randomUUID().toString());
    var asked =
        IntStream.range(0, 20)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> newcomer.get("/api/v1/me").expect(200).body().path("id").asText(),
                    Thread::startVirtualThread))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }
}
