package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One page of a list, newest first. No totals: a count of what one may not see would tell.
///
/// @param next what to ask for as `before`; null at the end
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  /// What was asked for.
  ///
  /// @param before only what has a lower number
  public record Asked(int limit, long before) {
    /// One more than is shown, so that the end of the list is known.
    public int rows() {
      return limit + 1;
    }
  }

  /// @param cursor a `next` of ours, or null for the newest
  /// @throws Refusal `invalid`
  public static Asked asked(@Nullable String limit, @Nullable String cursor) {
    return new Asked(limit(limit), before(cursor));
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) return USUAL;
    if (limit.matches("[0-9]{1,3}")) {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= MOST) return wanted;
    }
    throw Refusal.invalid("limit", "A whole number from 1 to 100 is allowed here.");
  }

  private static long before(@Nullable String cursor) {
    if (cursor == null) return Long.MAX_VALUE;
    try {
      var number = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (number.matches("[1-9][0-9]{0,17}")) return Long.parseLong(number);
    } catch (IllegalArgumentException e) {
      throw unknownPlace();
    }
    throw unknownPlace();
  }

  private static Refusal unknownPlace() {
    return Refusal.invalid("before", "Only what came as next is allowed here.");
  }

  /// @param rows up to [Asked#rows], newest first
  /// @param number by which the rows are sorted, falling
  public static <R, T> Page<T> of(
      List<R> rows, Asked asked, ToLongFunction<R> number, Function<List<R>, List<T>> views) {
    boolean more = rows.size() > asked.limit();
    var shown = more ? rows.subList(0, asked.limit()) : rows;
    return new Page<>(
        views.apply(shown), more ? cursor(number.applyAsLong(shown.getLast())) : null);
  }

  private static String cursor(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
  }
}
