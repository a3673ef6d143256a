package app.haven.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;

/// Every page of the web app is one file, whose script reads the address. Quinoa's own routing
/// would do this after a 404, but the mappers that turn every error into a problem answer before
/// it.
@ApplicationScoped
class AppPages {
  private static final int AFTER_THE_GUARDS = 900;

  /// A page's address has no dot, which every file's name has.
  private static final Pattern PAGE = Pattern.compile("/[a-z][a-z/-]*");

  private static final Set<String> NO_PAGES = Set.of("api", "q", "sign-in", "sign-out", "assets");

  void register(@Observes Filters filters) {
    filters.register(AppPages::serve, AFTER_THE_GUARDS);
  }

  private static void serve(RoutingContext context) {
    if (!page(context)) {
      context.next();
      return;
    }
    context.response().headers().set("Cache-Control", "no-cache");
    context.reroute("/");
  }

  private static boolean page(RoutingContext context) {
    var method = context.request().method();
    var path = String.valueOf(context.request().path());
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && PAGE.matcher(path).matches()
        && !NO_PAGES.contains(path.substring(1).split("/", 2)[0]);
  }
}
