package app.haven.web;

import app.haven.kernel.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Metrics are for the operator alone. Where few people live, one partner could read there when the
/// other is online (`haven_sockets`) and that they keep drafts (`haven_commands`): just what no
/// screen may tell.
@ApplicationScoped
class MetricsDoor {
  private static final int AFTER_GUARD = 900;
  private static final String PATH = "/q/metrics";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /// A proxy on this machine passes on what comes from elsewhere.
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Optional<String> token;

  @Inject
  MetricsDoor(@ConfigProperty(name = "haven.metrics-token") Optional<String> token) {
    this.token = token;
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, AFTER_GUARD);
  }

  private void guard(RoutingContext context) {
    var request = context.request();
    boolean asked = String.valueOf(request.path()).startsWith(PATH);
    if (!asked || fromHere(request) || byToken(request)) context.next();
    else Answers.end(context, Refusal.notFound().problem());
  }

  private static boolean fromHere(HttpServerRequest request) {
    var host = request.authority();
    return InetAddress.ofLiteral(request.remoteAddress().hostAddress()).isLoopbackAddress()
        && host != null
        && HERE.contains(host.host())
        && PASSED_ON.stream().noneMatch(request.headers()::contains);
  }

  private boolean byToken(HttpServerRequest request) {
    var given = request.getHeader("Authorization");
    return given != null
        && token.isPresent()
        && MessageDigest.isEqual(bytes("Bearer " + token.get()), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
