package app.haven.notify;

import app.haven.identity.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When something may reach a person. Pure.
sealed interface Quiet {
  record Now() implements Quiet {}

  /// What falls into a quiet time is one notice at its end.
  record Until(Instant end) implements Quiet {}

  /// Paused until the person says: they will look by themselves.
  record Never() implements Quiet {}

  static Quiet at(
      Instant now, Choices choices, @Nullable QuietHours hours, ZoneId zone, boolean moment) {
    if (choices.pausedAt(now)) {
      var until = choices.pausedUntil();
      return until == null ? new Never() : new Until(until);
    }
    if (hours == null || (moment && choices.moments())) return new Now();
    return end(now, hours, zone).<Quiet>map(Until::new).orElseGet(Now::new);
  }

  /// When the quiet hours end that hold now, if any do. They begin and end by the clock on the
  /// person's wall: one that began yesterday may still last.
  private static Optional<Instant> end(Instant now, QuietHours hours, ZoneId zone) {
    var today = LocalDate.ofInstant(now, zone);
    for (var day : new LocalDate[] {today.minusDays(1), today}) {
      boolean overnight = !hours.to().isAfter(hours.from());
      var from = ZonedDateTime.of(day, hours.from(), zone).toInstant();
      // Where the clock shows this time twice, the night is as long as it can be.
      var to =
          ZonedDateTime.of(overnight ? day.plusDays(1) : day, hours.to(), zone)
              .withLaterOffsetAtOverlap()
              .toInstant();
      if (!now.isBefore(from) && now.isBefore(to)) return Optional.of(to);
    }
    return Optional.empty();
  }

  /// When *till tomorrow* ends: where the quiet hours do, or at seven.
  static Instant tomorrow(Instant now, @Nullable QuietHours hours, ZoneId zone) {
    var morning = hours == null ? java.time.LocalTime.of(7, 0) : hours.to();
    return ZonedDateTime.of(LocalDate.ofInstant(now, zone).plusDays(1), morning, zone).toInstant();
  }
}
