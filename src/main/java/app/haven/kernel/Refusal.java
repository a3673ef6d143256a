package app.haven.kernel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command or request that had no effect, and why. The one refusal of the product: RFC 9457
/// `application/problem+json` on REST, the same body in a `refused` frame.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Stable codes and their HTTP status.
  public enum Code {
    BAD_FRAME("bad-frame", 400, "This could not be read"),
    SIGN_IN("sign-in", 401, "Please sign in"),
    ORIGIN("origin", 403, "This request came from another site"),
    NOT_YOURS("not-yours", 403, "This belongs to your partner"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    NOT_PAIRED("not-paired", 409, "This is not your space now"),
    CONFLICT("conflict", 409, "Something else stands here"),
    ID_REUSED("id-reused", 409, "This id was used for something else"),
    TOO_LARGE("too-large", 413, "This is too large"),
    UNKNOWN_KIND("unknown-kind", 422, "This kind is not known"),
    INVALID("invalid", 422, "A field needs another value"),
    TOO_LATE("too-late", 422, "It is too late for this"),
    TOO_SOON("too-soon", 422, "It is too soon for this"),
    TOO_LONG("too-long", 422, "This is too far ahead"),
    RATE("rate", 429, "A short pause, please"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "Haven cannot be reached right now");

    public final String wire;
    public final int status;
    public final String title;

    Code(String wire, int status, String title) {
      this.wire = wire;
      this.status = status;
      this.title = title;
    }
  }

  /// One field and what is allowed there.
  public record FieldError(String field, String message) {}

  private final Code code;
  private final String detail;
  private final transient List<FieldError> errors;
  private final @Nullable Duration after;
  private final transient @Nullable Object stands;

  private Refusal(
      Code code,
      String detail,
      List<FieldError> errors,
      @Nullable Duration after,
      @Nullable Object stands) {
    super(code.wire, null, false, false);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.after = after;
    this.stands = stands;
  }

  /// @param detail a sentence a person can use; never anything a person wrote
  public static Refusal of(Code code, String detail) {
    return new Refusal(code, detail, List.of(), null, null);
  }

  public static Refusal notYours() {
    return of(Code.NOT_YOURS, "Only the person who began this can do that.");
  }

  public static Refusal notFound() {
    return of(Code.NOT_FOUND, "There is nothing here that is yours to see.");
  }

  public static Refusal notPaired() {
    return of(
        Code.NOT_PAIRED, "This was meant for a space that is not yours now. It was not sent.");
  }

  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(
        Code.INVALID, "Please look at the fields named here.", List.copyOf(errors), null, null);
  }

  /// @param stands what is there now, in the wire form of its feature
  public static Refusal conflict(String detail, @Nullable Object stands) {
    return new Refusal(Code.CONFLICT, detail, List.of(), null, stands);
  }

  /// @param after how long to wait; in whole milliseconds on the wire
  public static Refusal rate(String detail, Duration after) {
    return new Refusal(Code.RATE, detail, List.of(), after, null);
  }

  public Code code() {
    return code;
  }

  public Problem problem() {
    return new Problem(
        "/problems/" + code.wire,
        code.title,
        code.status,
        code.wire,
        detail,
        errors.isEmpty() ? null : errors,
        after == null ? null : Math.max(1, after.toMillis()),
        stands);
  }

  /// The body both doors answer with.
  ///
  /// @param after milliseconds to wait, with `rate` only
  /// @param stands what stands now, with `conflict` only
  public record Problem(
      String type,
      String title,
      int status,
      String code,
      String detail,
      @Nullable List<FieldError> errors,
      @Nullable Long after,
      @Nullable Object stands) {}
}
