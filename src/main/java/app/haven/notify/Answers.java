package app.haven.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// What the answer of a push service means. Pure.
final class Answers {
  private static final Duration LONGEST = Duration.ofHours(1);

  private Answers() {}

  static Outcome outcome(int status, @Nullable String retryAfter, Instant now) {
    if (status == 404 || status == 410) return new Outcome.Gone();
    if (status == 429 || status >= 500) return new Outcome.Again(wait(retryAfter, now));
    return new Outcome.Done();
  }

  /// Seconds or a date; not longer than an hour, whatever it says.
  private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) return null;
    try {
      var wait =
          retryAfter.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      if (wait.isNegative()) return Duration.ZERO;
      return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// Before the next attempt: each wait is four times the one before, up to half an hour.
  static Duration backoff(Duration first, int attempts) {
    var longest = Duration.ofMinutes(30);
    var wait = first;
    for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) wait = wait.multipliedBy(4);
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
