package app.haven.web;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns requests away before anything else looks at them, sign-in included.
@ApplicationScoped
class RequestGuard {
  private static final int FIRST = 1_000;

  /// No address of ours needs more. What is left out is how one path passes for another: `;x`
  /// (CVE-2026-39852), encoded slashes and dots, backslashes. Nor may `/./api/` be `/api/` to the
  /// router and something else to whoever looks at the path, such as [SecurityHeaders].
  private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9/._~@+:,=$!*'()-]*");

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Origins origins;

  @Inject
  RequestGuard(Origins origins) {
    this.origins = origins;
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  private void guard(RoutingContext context) {
    var refusal = refusal(context.request());
    if (refusal == null) context.next();
    else Answers.end(context, refusal.problem());
  }

  private @Nullable Refusal refusal(HttpServerRequest request) {
    if (!plain(request.path())) {
      return Refusal.of(Code.BAD_FRAME, "There is no address of this form here.");
    }
    if (tooLarge(request.getHeader("Content-Length"))) return BodyLimit.tooLarge();
    return fromElsewhere(request)
        ? Refusal.of(Code.ORIGIN, "Only Haven's own pages can do this. Nothing was changed.")
        : null;
  }

  static boolean plain(@Nullable String path) {
    return path != null
        && PLAIN.matcher(path).matches()
        && !path.contains("//")
        && !path.contains("/./")
        && !path.endsWith("/.")
        && !path.contains("..");
  }

  private static boolean tooLarge(@Nullable String length) {
    return length != null && Long.parseLong(length) > BodyLimit.MOST;
  }

  /// Another site must not act, or sign someone out, in the name of whoever visits it.
  private boolean fromElsewhere(HttpServerRequest request) {
    boolean reads = READING.contains(request.method());
    // With a slash at its end it is the same address to the router.
    if (reads && !String.valueOf(request.path()).startsWith("/sign-out")) return false;
    String site = request.getHeader("Sec-Fetch-Site");
    if ("cross-site".equals(site) || "same-site".equals(site)) return true;
    if (reads) return false;
    var given = request.headers().getAll("Origin");
    if (given.size() > 1) return true;
    return !origins.allowed(given.isEmpty() ? null : given.getFirst(), Origins.byCookie(request));
  }
}
