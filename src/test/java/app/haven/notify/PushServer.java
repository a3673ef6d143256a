package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// A push service (RFC 8030) over HTTPS that keeps what it gets and answers what it is told.
public final class PushServer implements AutoCloseable {
  /// What arrived, headers by lower-case name.
  public record Got(Map<String, String> headers, byte[] body, Instant at) {}

  /// An answer to come.
  public record Reply(int status, Map<String, String> headers) {
    static Reply of(int status) {
      return new Reply(status, Map.of());
    }
  }

  private final Certificates certificates = new Certificates();
  private final HttpsServer server;
  private final Map<String, List<Got>> got = new ConcurrentHashMap<>();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public PushServer() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
      server.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
      // A connection that waits at the gate has not even shaken hands.
      server.setExecutor(task -> Thread.startVirtualThread(() -> afterGate(task)));
      server.createContext("/", this::take);
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void afterGate(Runnable task) {
    try {
      gate.await();
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var headers = new ConcurrentHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    headers.put("method", exchange.getRequestMethod());
    byte[] body = exchange.getRequestBody().readAllBytes();
    var reply = replies.getOrDefault(path, new ArrayDeque<>()).poll();
    if (reply == null) reply = Reply.of(201);
    synchronized (got) {
      got.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Got(headers, body, Instant.now()));
    }
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), -1);
    exchange.close();
  }

  void shut() {
    gate = new CountDownLatch(1);
  }

  void open() {
    gate.countDown();
  }

  void answer(String path, Reply... wanted) {
    replies.put(path, new ArrayDeque<>(List.of(wanted)));
  }

  List<Got> at(String path) {
    synchronized (got) {
      return List.copyOf(got.getOrDefault(path, List.of()));
    }
  }

  public List<Got> all() {
    synchronized (got) {
      return got.values().stream().flatMap(List::stream).toList();
    }
  }

  String origin() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /// Settings of a node that may send here.
  public Map<String, String> settings() {
    return Map.of(
        "HAVEN_PUSH_SERVICES",
        origin().substring("https://".length()) + ",localhost",
        "JAVA_TOOL_OPTIONS",
        certificates.trusting());
  }

  /// Checks who sent it after RFC 8292.
  ///
  /// @param key the server's public key, as it told the browser
  void checkSender(Got got, String key) throws GeneralSecurityException, IOException {
    var said = got.headers().getOrDefault("authorization", "").split("[ ,=]+");
    assertThat(said).hasSize(5).startsWith("vapid", "t").contains("k", key);
    var parts = said[2].split("\\.");
    var header = Api.JSON.readTree(decoded(parts[0]));
    assertThat(header.path("alg").asText()).isEqualTo("ES256");
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(point(decoded(key)));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(decoded(parts[2]))).isTrue();
    var claims = Api.JSON.readTree(decoded(parts[1]));
    assertThat(claims.path("aud").asText()).isEqualTo(origin());
    assertThat(claims.path("sub").asText()).startsWith("https://");
    assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
        .isBetween(Instant.now(), Instant.now().plusSeconds(24 * 3600));
  }

  static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  static ECPublicKey point(byte[] uncompressed) throws GeneralSecurityException {
    var parameters = java.security.AlgorithmParameters.getInstance("EC");
    parameters.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
    var x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33));
    var y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(x, y),
                    parameters.getParameterSpec(java.security.spec.ECParameterSpec.class)));
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
  }
}
