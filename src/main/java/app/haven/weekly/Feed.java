package app.haven.weekly;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A rhythm as a calendar program reads it (RFC 5545). It says *Haven* and when, and nothing else:
/// a calendar is seen at work and by whoever looks over a shoulder.
///
/// The zone is written out from the JDK's own rules, the same that the timers keep, so that no
/// program has to know it.
final class Feed {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

  /// A program asks again each day; this is for one that does not.
  private static final int YEARS = 5;

  private final List<String> lines = new ArrayList<>();

  private Feed() {}

  /// Where nothing is agreed: a calendar needs something in it, and a zone is nothing to see.
  static String empty() {
    return new Feed().calendar(() -> {}, ZoneOffset.UTC, "UTC", Instant.EPOCH, Instant.EPOCH);
  }

  /// @param agreed when both had said yes
  static String of(Rhythm rhythm, Instant agreed, Instant now) {
    var zone = rhythm.zone();
    var first = first(rhythm, agreed);
    var until = now.atZone(zone).plusYears(YEARS).toInstant();
    var feed = new Feed();
    return feed.calendar(
        () -> feed.event(rhythm, first, agreed),
        zone,
        zone.getId(),
        first.atZone(zone).toInstant(),
        until);
  }

  /// As the clock would show it, also where it skips that hour: a program makes of it what we do.
  private static LocalDateTime first(Rhythm rhythm, Instant agreed) {
    var day = rhythm.next(agreed).atZone(rhythm.zone()).toLocalDate();
    return day.with(TemporalAdjusters.previousOrSame(rhythm.weekday().day())).atTime(rhythm.time());
  }

  private String calendar(Runnable event, ZoneId zone, String name, Instant from, Instant until) {
    add("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Haven//Haven//EN", "CALSCALE:GREGORIAN");
    add("NAME:Haven", "X-WR-CALNAME:Haven");
    add("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D");
    zone(zone, name, from, until);
    event.run();
    add("END:VCALENDAR");
    return String.join("\r\n", lines) + "\r\n";
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }

  private void zone(ZoneId zone, String name, Instant from, Instant until) {
    add("BEGIN:VTIMEZONE", "TZID:" + name);
    FeedZone.of(zone.getRules(), from, until).forEach(this::observance);
    add("END:VTIMEZONE");
  }

  private void observance(FeedZone.Observance one) {
    var kind = one.summer() ? "DAYLIGHT" : "STANDARD";
    add("BEGIN:" + kind, "DTSTART:" + LOCAL.format(one.at()));
    add("TZOFFSETFROM:" + offset(one.before()), "TZOFFSETTO:" + offset(one.after()));
    if (!one.rule().isEmpty()) add("RRULE:" + one.rule());
    add("END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
  }

  private void event(Rhythm rhythm, LocalDateTime first, Instant agreed) {
    add("BEGIN:VEVENT", "UID:" + rhythm.id());
    add("DTSTAMP:" + LOCAL.format(utc(agreed)) + "Z");
    add("DTSTART;TZID=" + rhythm.zone().getId() + ":" + LOCAL.format(first));
    add("DURATION:" + (rhythm.form() == Form.HOUR ? "PT1H" : "PT20M"), "RRULE:FREQ=WEEKLY");
    add("SUMMARY:Haven", "CLASS:PRIVATE", "END:VEVENT");
  }

  private static ZonedDateTime utc(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
  }
}
