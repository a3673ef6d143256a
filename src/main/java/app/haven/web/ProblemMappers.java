package app.haven.web;

import app.haven.kernel.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Everything that is thrown while a resource answers, as a problem.
class ProblemMappers {
  @ServerExceptionMapper
  Response refusal(Refusal refusal) {
    return Answers.response(refusal.problem());
  }

  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  Response json(JsonProcessingException unreadable) {
    return Answers.response(Problems.unreadable().problem());
  }

  /// Only the sign-in page's challenge is a redirect; everywhere else it is a problem.
  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Uni<Response> signIn(SecurityException notSignedIn, RoutingContext request) {
    HttpAuthenticator door = request.get(HttpAuthenticator.class.getName());
    if (door == null) return Uni.createFrom().item(toldToSignIn());
    return door.getChallenge(request).map(ProblemMappers::challenged);
  }

  private static Response challenged(ChallengeData challenge) {
    if (challenge.status != Response.Status.FOUND.getStatusCode()) return toldToSignIn();
    var answer = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  private static Response toldToSignIn() {
    return Answers.response(Problems.notSignedIn().problem());
  }

  /// Whoever turned back at the identity provider is simply not signed in.
  @ServerExceptionMapper
  Response turnedBack(AuthenticationCompletionException notCompleted, RoutingContext request) {
    return String.valueOf(request.request().path()).startsWith("/api/")
        ? toldToSignIn()
        : Response.seeOther(URI.create("/")).build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden) {
    return Answers.response(Refusal.notFound().problem());
  }

  /// The framework's own refusals keep their status and headers, such as `Allow`.
  @ServerExceptionMapper
  Response framework(WebApplicationException thrown) {
    var given = thrown.getResponse();
    if (given.getStatus() < 400) return given;
    var answer =
        Response.fromResponse(Answers.response(Problems.ofStatus(given.getStatus(), thrown)));
    var allow = given.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) answer.header(HttpHeaders.ALLOW, allow);
    return answer.build();
  }

  @ServerExceptionMapper
  Response other(Throwable failure) {
    return Answers.response(Problems.unexpected(failure));
  }
}
