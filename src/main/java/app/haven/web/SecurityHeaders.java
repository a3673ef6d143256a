package app.haven.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/// What every answer tells the browser, refusals included.
@ApplicationScoped
class SecurityHeaders {
  private static final int BEFORE_ALL = 1_100;

  private static final String PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /// The page that shows our OpenAPI brings a script in the page.
  private static final String API_PAGE =
      PAGES.replace(
          "-src 'self'; style-src 'self'",
          "-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'");

  private final Origins origins;

  @Inject
  SecurityHeaders(Origins origins) {
    this.origins = origins;
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, BEFORE_ALL);
  }

  private void add(RoutingContext context) {
    String path = String.valueOf(context.request().path());
    var headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (origins.secure()) headers.set("Strict-Transport-Security", "max-age=31536000");
    if (path.startsWith("/api/")) headers.set("Cache-Control", "no-store");
    addContentPolicy(path, headers);
    context.next();
  }

  /// Live reload in development injects code of its own.
  private static void addContentPolicy(String path, MultiMap headers) {
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) return;
    headers.set("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? API_PAGE : PAGES);
  }
}
