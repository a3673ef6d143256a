package app.haven.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.Wire.Reply;
import app.haven.client.Api;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.local.Tokens;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests that are not sent by whom they say: by another site, through another machine, with a
/// sign-in that someone wrote themselves.
class SitesIT {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String ME = "/api/v1/me";
  private static final String COMMANDS = "/api/v1/commands";
  private static final String JSON = "Content-Type: application/json";
  private static final String EVIL = "Origin: https://evil.example";
  private static final String COOKIE = "Cookie: q_session=" + "a".repeat(43);
  private static final String METRICS_TOKEN = "the operator's own";

  private static Home home;
  private static Pair pair;
  private static String token;

  @BeforeAll
  static void open() {
    home = new Home("sites", Map.of("HAVEN_METRICS_TOKEN", METRICS_TOKEN));
    pair = Pair.make(home.person("alex"), home.person("sam"));
    token = "Authorization: Bearer " + home.tokens().of("alex");
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static Reply wire(String method, String target, String body, String... headers) {
    return Wire.send(home.node().uri(), method, target, List.of(headers), body);
  }

  @Test
  void anotherSiteChangesNothing() {
    var body = "{\"displayName\":\"Mallory\"}";
    for (var way : List.of(token, COOKIE)) {
      for (var from :
          List.of(
              EVIL,
              "Origin: null",
              "Origin: " + home.node().uri() + ".evil.example",
              "Origin: https://localhost:" + home.node().port(),
              "Sec-Fetch-Site: cross-site",
              "Sec-Fetch-Site: same-site")) {
        var reply = wire("PATCH", ME, body, way, from, JSON);
        assertThat(reply.status() + reply.code()).as("%s %s", way, from).isEqualTo("403origin");
      }
    }
    var own = "Origin: " + home.node().uri();
    assertThat(wire("PATCH", ME, body, token, own, EVIL, JSON).status()).isEqualTo(403);
    // A form of another site sends the cookie and, in old browsers, no Origin.
    assertThat(wire("PATCH", ME, body, COOKIE, JSON).status()).isEqualTo(403);
    assertThat(wire("DELETE", "/api/v1/couple", "", COOKIE).status()).isEqualTo(403);
    assertThat(wire("PATCH", ME, body, COOKIE, own, JSON).status()).isEqualTo(401);
    assertThat(wire("GET", ME, "", COOKIE).status()).isEqualTo(401);
    for (var door : List.of("/sign-out", "/sign-out/", "/sign-out?x")) {
      for (var method : List.of("GET", "HEAD")) {
        for (var site : List.of("cross-site", "same-site")) {
          assertThat(wire(method, door, "", COOKIE, "Sec-Fetch-Site: " + site).status())
              .as("%s %s %s", method, door, site)
              .isEqualTo(403);
        }
      }
    }
    assertThat(pair.first().get(ME).body().path("displayName").asText()).isEqualTo("Someone");
    assertThat(wire("PATCH", ME, "{\"displayName\":\"Alex\"}", token, own, JSON).status())
        .isEqualTo(200);
    pair.first().patch(ME, Api.data().put("displayName", "Someone")).expect(200);
  }

  /// What the partner wrote stands beside what is private: squeezed together, the length would tell
  /// whoever listens to the line when they are alike.
  @Test
  void noAnswerOfTheApiIsSqueezed() {
    var zip = "Accept-Encoding: gzip, deflate, br";
    for (var path : List.of(ME, "/api/v1/snapshot", "/api/v1/timeouts", "/api/v1/drafts")) {
      var reply = wire("GET", path, "", token, zip);
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.all("content-encoding")).as(path).isEmpty();
    }
    assertThat(wire("GET", "/", "", zip).all("content-encoding")).isNotEmpty();
  }

  @Test
  void anotherSiteOpensNoSocket() {
    var own = home.node().uri().toString();
    assertThat(Upgrading.status(pair.first(), "Origin", own)).isEqualTo(101);
    assertThat(Upgrading.status(pair.first(), "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(Upgrading.status(home.nobody(), "Cookie", "q_session=x")).isEqualTo(403);
    assertThat(Upgrading.status(home.nobody(), "Cookie", "q_session=x", "Origin", own))
        .isEqualTo(401);
  }

  @Test
  void noOtherSiteMayReadAnything() {
    for (var path : List.of(ME, COMMANDS, "/api/v1/live", "/", "/q/openapi", "/q/health/ready")) {
      for (var origin : List.of(EVIL, "Origin: null", "Origin: " + home.node().uri())) {
        var asked = "Access-Control-Request-Method: POST";
        var headers = "Access-Control-Request-Headers: authorization";
        for (var reply :
            List.of(
                wire("OPTIONS", path, "", origin, asked, headers),
                wire("GET", path, "", origin, token))) {
          assertThat(reply.headers()).noneMatch(header -> header.startsWith("access-control-"));
        }
      }
    }
  }

  /// On a server for two they would tell when the other is there (S2) and that they keep drafts
  /// (S3).
  @Test
  void metricsAreForTheMachineAlone() {
    assertThat(wire("GET", "/q/metrics", "").body()).contains("haven_sockets");
    for (var path : List.of("/q/metrics", "/q/metrics/", "/q/metrics?name[]=haven_sockets")) {
      for (var passedOn :
          List.of(
              "X-Forwarded-For: 203.0.113.7",
              "x-forwarded-host: haven.example",
              "X-Real-IP: 203.0.113.7",
              "Forwarded: for=203.0.113.7",
              "Via: 1.1 proxy")) {
        for (var signedIn : List.of(token, "Authorization: Bearer ", "X-None: 1")) {
          var reply = wire("GET", path, "", passedOn, signedIn);
          assertThat(reply.status() + reply.code()).as(path).isEqualTo("404not-found");
        }
      }
    }
    var operator = "Authorization: Bearer " + METRICS_TOKEN;
    assertThat(wire("GET", "/q/metrics", "", "Via: 1.1 proxy", operator).body())
        .contains("haven_sockets");
    assertThat(wire("GET", "/q/metrics", "", "Via: 1.1 proxy", operator + "x").status())
        .isEqualTo(404);
    assertThat(fromElsewhere("haven.example")).isEqualTo(404);
  }

  private static int fromElsewhere(String host) {
    return Wire.send(home.node().uri(), host, "GET", "/q/metrics", List.of(), "").status();
  }

  @Test
  void aForgedSignInIsNone() throws GeneralSecurityException {
    var tokens = home.tokens();
    var in = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
    var claims = "{\"sub\":\"victim\",\"exp\":" + in + "}";
    assertThat(me(tokens.signed(claims))).isEqualTo(200);
    assertThat(me(tokens.of("victim", Instant.now().minus(Duration.ofHours(1))))).isEqualTo(401);
    assertThat(me(new Tokens().signed(claims))).as("another key").isEqualTo(401);
    assertThat(me(part("{\"alg\":\"none\"}") + "." + part(claims) + ".")).isEqualTo(401);
    assertThat(me(part("{\"alg\":\"None\"}") + "." + part(claims) + ".x")).isEqualTo(401);
    // The public key is public: it must not be taken for a secret.
    assertThat(me(hmac(claims, tokens.publicKey()))).isEqualTo(401);
    assertThat(me(hmac(claims, tokens.publicKey().strip()))).isEqualTo(401);
    var parts = tokens.signed(claims).split("\\.");
    assertThat(me(parts[0] + "." + part(claims.replace("victim", "other")) + "." + parts[2]))
        .isEqualTo(401);
    assertThat(me(tokens.signed("{\"exp\":" + in + "}"))).as("nobody's").isEqualTo(401);
    assertThat(me(tokens.signed("{\"sub\":\"victim\"}"))).as("without an end").isEqualTo(401);
  }

  private static int me(String token) {
    return new Api(home.node().uri(), token).get("/api/v1/me").status();
  }

  private static String part(String json) {
    return URL.encodeToString(json.getBytes(UTF_8));
  }

  private static String hmac(String claims, String secret) throws GeneralSecurityException {
    var content = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
  }
}
