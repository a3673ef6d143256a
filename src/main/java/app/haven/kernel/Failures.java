package app.haven.kernel;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What went wrong below us, told without a word of anybody's: messages of the database repeat the
/// values they complain about, so only types, SQL states and places are ever logged.
public final class Failures {
  private Failures() {}

  public static Refusal busy() {
    return Refusal.of(
        Refusal.Code.UNAVAILABLE, "Haven is very busy. Please send this again with the same id.");
  }

  public static Refusal unavailable() {
    return Refusal.of(
        Refusal.Code.UNAVAILABLE,
        "It is not known whether this arrived. Please send it again with the same id.");
  }

  public static Refusal internal() {
    return Refusal.of(
        Refusal.Code.INTERNAL, "This is a mistake of ours. Please send it again with the same id.");
  }

  /// Whether the database was out of reach, so that trying each piece alone would not help.
  public static boolean unreachable(Throwable failure) {
    if (failure instanceof SQLException sql && gone(sql.getSQLState())) return true;
    // The transaction manager hangs what went wrong in a commit beside its own exception.
    return causes(failure).anyMatch(Failures::unreachable);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.concat(
        Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
  }

  /// Connection lost (08), server going down or starting (57P), out of connections (53); Agroal's
  /// own acquisition timeout has no state.
  private static boolean gone(@Nullable String state) {
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }

  public static String describe(Throwable failure) {
    String state =
        failure instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
    var at = failure.getStackTrace();
    var told = failure.getClass().getName() + state + (at.length > 0 ? " at " + at[0] : "");
    return Stream.concat(Stream.of(told), causes(failure).map(Failures::describe))
        .collect(Collectors.joining(" < "));
  }
}
