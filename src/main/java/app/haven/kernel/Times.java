package app.haven.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When a reminder comes, by the clock on the wall of the one who is reminded. Pure.
///
/// @param times at least one
/// @param weekdays at least one
public record Times(List<LocalTime> times, List<Weekday> weekdays) {
  private static final int WEEK = 7;

  /// As a row keeps them.
  public static Times of(String text) {
    var parts = text.split("/", 2);
    return new Times(
        Arrays.stream(parts[0].split(",")).map(LocalTime::parse).toList(),
        Arrays.stream(parts[1].split(",")).map(Weekday::of).toList());
  }

  public String text() {
    return joined(times.stream().map(LocalTime::toString))
        + "/"
        + joined(weekdays.stream().map(Weekday::wire));
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(","));
  }

  /// The first moment after this one. A time that the clock leaves out comes as much later; one
  /// that it shows twice comes once, the first time.
  public Instant next(Instant after, ZoneId zone) {
    var today = LocalDate.ofInstant(after, zone);
    return IntStream.rangeClosed(0, WEEK + 1)
        .mapToObj(today::plusDays)
        .filter(day -> weekdays.stream().anyMatch(weekday -> weekday.day() == day.getDayOfWeek()))
        .flatMap(day -> times.stream().map(time -> ZonedDateTime.of(day, time, zone).toInstant()))
        .filter(at -> at.isAfter(after))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /// Whether this is one of its moments. It may not be: whoever is reminded changed their zone
  /// after the timer was set.
  public boolean fall(Instant at, ZoneId zone) {
    return next(at.minusMillis(1), zone).equals(at);
  }
}
