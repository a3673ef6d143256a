package app.haven.web;

import app.haven.kernel.Json;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;

/// Refusals as RFC 9457, from resources and from filters that run before them.
public final class Answers {
  private static final String PROBLEM = "application/problem+json";

  private Answers() {}

  static Response response(Problem problem) {
    var response =
        Response.status(problem.status())
            .type(MediaType.valueOf(PROBLEM))
            .entity(Json.write(problem));
    if (problem.after() != null) response.header("Retry-After", seconds(problem.after()));
    if (problem.status() == Refusal.Code.SIGN_IN.status) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }

  private static long seconds(long millis) {
    return TimeUnit.MILLISECONDS.toSeconds(millis) + 1;
  }

  /// For what answers before any resource does.
  public static void end(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended()) return;
    // A body that nobody reads would hold up the connection.
    if (!context.request().isEnded()) context.request().resume();
    response.setStatusCode(problem.status()).putHeader("Content-Type", PROBLEM);
    if (problem.status() == Refusal.Code.SIGN_IN.status) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response.end(Json.write(problem));
  }
}
