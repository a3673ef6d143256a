package app.haven.web;

import app.haven.kernel.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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

  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class
  })
  Response signIn(SecurityException notSignedIn) {
    return Answers.response(Problems.notSignedIn().problem());
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
