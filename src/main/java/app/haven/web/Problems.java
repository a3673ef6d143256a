package app.haven.web;

import app.haven.kernel.Failures;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Refusal.Problem;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import org.jboss.logging.Logger;

/// The problems that are not a feature's refusal: what the framework turns away and what fails.
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  private Problems() {}

  static Refusal unreadable() {
    return Refusal.of(Code.BAD_FRAME, "One JSON object is expected here, and this is not one.");
  }

  static Refusal notSignedIn() {
    return Refusal.of(Code.SIGN_IN, "Please sign in to see this.");
  }

  static Problem ofStatus(int status, Throwable thrown) {
    return switch (status) {
      case 400 -> unreadable().problem();
      case 401 -> notSignedIn().problem();
      case 403, 404 -> Refusal.notFound().problem();
      case 405 -> withStatus(405, "This address cannot be used with this method.");
      case 406 -> withStatus(406, "Answers here are JSON. Please accept application/json.");
      case 413 -> BodyLimit.tooLarge().problem();
      case 415 -> withStatus(415, "JSON is expected here. Please send it as application/json.");
      default ->
          status < 500
              ? withStatus(status, "This request could not be understood.")
              : unexpected(thrown);
    };
  }

  /// HTTP says more exactly than our code what is wrong with the request.
  private static Problem withStatus(int status, String detail) {
    var problem = Refusal.of(Code.BAD_FRAME, detail).problem();
    return new Problem(
        problem.type(), problem.title(), status, problem.code(), detail, null, null, null);
  }

  static Problem unexpected(Throwable failure) {
    if (Failures.unreachable(failure)) {
      LOG.warnf("the database cannot be reached: %s", Failures.describe(failure));
      return Refusal.of(Code.UNAVAILABLE, "Haven cannot answer right now. Please try again soon.")
          .problem();
    }
    if (hungUp(failure)) return unreadable().problem();
    LOG.errorf("a request failed: %s", Failures.describe(failure));
    return Refusal.of(Code.INTERNAL, "This is a mistake of ours. Please try again.").problem();
  }

  /// Whoever leaves in the middle of a body hears no answer, and nothing of ours is wrong.
  private static boolean hungUp(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof HttpClosedException
        || (failure instanceof IOException && cause != null && hungUp(cause));
  }
}
