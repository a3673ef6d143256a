package app.haven.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.local.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestGuardIT {
  private static final int CHUNK = 4_096;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

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
    return exchange("GET", path, "", headers);
  }

  /// The same by somebody who is signed in.
  private static String signedIn(String method, String path, String body, String... headers)
      throws IOException {
    var all = Stream.concat(Stream.of("Authorization: Bearer " + token), Stream.of(headers));
    return exchange(method, path, body, all.toArray(String[]::new));
  }

  private static String exchange(String method, String path, String body, String... headers)
      throws IOException {
    var request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
            + "\r\n"
            + body;
    try (var socket = new Socket("localhost", home.node().port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return answer(socket.getInputStream());
    }
  }

  /// Up to the end of its body: a connection whose request has no end stays open.
  private static String answer(InputStream from) throws IOException {
    var answer = new StringBuilder();
    while (!answer.toString().contains("\r\n\r\n")) answer.append((char) from.read());
    var length = LENGTH.matcher(answer);
    assertThat(length.find()).as("%s", answer).isTrue();
    return answer + new String(from.readNBytes(Integer.parseInt(length.group(1))), UTF_8);
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
  void whatNobodyAnswersIsNotLoggedEither() throws IOException {
    try (var socket = new Socket("localhost", home.node().port())) {
      socket.setSoTimeout(20_000);
      var request = "GET /help/pathcanary?x=querycanary HTTP/1.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 ");
    }
    assertThat(home.node().log()).content().doesNotContain("pathcanary", "querycanary");
  }

  /// More than there are threads that wait.
  @Test
  void bodiesThatNeverEndHoldNobodyUp() throws IOException {
    var head =
        "PATCH /api/v1/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\nAuthorization: Bearer %s\r\n\r\n{";
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 230; i++) {
        slow.add(new Socket("localhost", home.node().port()));
        slow.getLast().getOutputStream().write(head.formatted(token).getBytes(ISO_8859_1));
      }
      for (var path : List.of("/api/v1/me", "/api/v1/timeouts", "/q/health/ready")) {
        assertThat(raw(path, "Authorization: Bearer " + token)).startsWith("HTTP/1.1 200");
      }
    } finally {
      for (var socket : slow) socket.close();
    }
    await().until(() -> raw("/q/health/live").startsWith("HTTP/1.1 200"));
    assertThat(home.node().log()).content().doesNotContain("HttpClosedException");
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
  void whatHttpForbidsIsAProblemWithItsOwnStatusAndSentence() throws IOException {
    problem(signedIn("PUT", "/api/v1/me", "", "Content-Length: 0"), 405, "bad-frame", "method");
    problem(signedIn("GET", "/api/v1/me", "", "Accept: text/plain"), 406, "bad-frame", "accept");
    problem(
        signedIn("PATCH", "/api/v1/me", "{}", "Content-Type: text/plain", "Content-Length: 2"),
        415,
        "bad-frame",
        "send it as application/json");
  }

  /// A body in chunks names no length beforehand.
  @Test
  void aBodyInChunksIsCountedWhileItComes() throws IOException {
    var fits = chunked("PATCH", "/api/v1/me", object(64 * 1024), true);
    problem(fits, 422, "invalid", "fields");
    for (var path : List.of("/api/v1/me", "/api/v1/commands", "/api/v1/invites/claim")) {
      var method = path.endsWith("/me") ? "PATCH" : "POST";
      problem(chunked(method, path, object(64 * 1024 + 1), true), 413, "too-large", "more");
      problem(chunked(method, path, object(1024 * 1024), true), 413, "too-large", "more");
      // Nobody has to wait for the end of a body that has none.
      problem(chunked(method, path, object(200 * 1024), false), 413, "too-large", "more");
    }
    assertThat(new Api(home.node().uri(), token).get("/api/v1/me").status()).isEqualTo(200);
  }

  /// One JSON object of so many bytes.
  private static String object(int bytes) {
    var around = "{\"displayName\":\"\"}";
    return around.replace("\"\"}", "\"" + "a".repeat(bytes - around.length()) + "\"}");
  }

  private static String chunked(String method, String path, String body, boolean ends)
      throws IOException {
    var chunks = new StringBuilder();
    for (int from = 0; from < body.length(); from += CHUNK) {
      var chunk = body.substring(from, Math.min(body.length(), from + CHUNK));
      chunks
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    if (ends) chunks.append("0\r\n\r\n");
    return signedIn(
        method,
        path,
        chunks.toString(),
        "Content-Type: application/json",
        "Transfer-Encoding: chunked");
  }

  private static void problem(String answer, int status, String code, String said)
      throws IOException {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/problem+json");
    var body = Api.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(body.path("type").asText()).isEqualTo("/problems/" + code);
    assertThat(body.path("title").asText()).isNotBlank();
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("detail").asText()).contains(said);
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
