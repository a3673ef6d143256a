package app.haven.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Weekday;
import biweekly.Biweekly;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneAssignment;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a calendar program makes of the feed, as two parsers that know nothing of each other read
/// it.
class FeedTest {
  /// Their zones are known to the whole JVM from then on, and fail once nobody holds the builder.
  private static final List<CalendarBuilder> BUILDERS = new ArrayList<>();

  private static final Instant AGREED = Instant.parse("2026-01-07T10:00:00.123Z");
  private static final Instant YEAR_AFTER = Instant.parse("2027-01-10T00:00:00Z");

  private static Rhythm rhythm(String time, String zone) {
    return new Rhythm(
        new UUID(4, 1), Weekday.SUNDAY, LocalTime.parse(time), ZoneId.of(zone), Form.SHORT);
  }

  /// When the two sit down in a year, by the rule that opens each.
  private static List<Instant> ours(Rhythm rhythm) {
    return Stream.iterate(rhythm.next(AGREED), at -> at.isBefore(YEAR_AFTER), rhythm::next)
        .toList();
  }

  private static String feed(Rhythm rhythm) {
    return Feed.of(rhythm, AGREED, AGREED.plus(Duration.ofDays(40)));
  }

  @ParameterizedTest
  @CsvSource({
    "18:30, Europe/Berlin",
    "18:30, America/New_York",
    "09:00, Europe/Dublin",
    "21:00, Asia/Kolkata",
    "07:45, Asia/Kathmandu",
    "23:30, America/Sao_Paulo",
    "12:00, UTC",
    "12:00, Etc/GMT+3",
  })
  void twoParsersFindTheSameTimesAsWeThroughAYear(String time, String zone) throws Exception {
    var rhythm = rhythm(time, zone);
    assertThat(ours(rhythm)).hasSizeGreaterThan(51);
    assertThat(byIcal4j(feed(rhythm))).isEqualTo(ours(rhythm));
    assertThat(byBiweekly(feed(rhythm))).isEqualTo(ours(rhythm));
  }

  private static VEvent event(String feed) throws IOException, ParserException {
    var calendar = calendar(feed);
    assertThat(calendar.validate().hasErrors()).isFalse();
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static Calendar calendar(String feed) throws IOException, ParserException {
    var builder = new CalendarBuilder();
    BUILDERS.add(builder);
    return builder.build(new StringReader(feed));
  }

  private static List<Instant> byIcal4j(String feed) throws IOException, ParserException {
    var year = new Period<>(AGREED.atZone(ZoneId.of("UTC")), YEAR_AFTER.atZone(ZoneId.of("UTC")));
    return event(feed).<ZonedDateTime>calculateRecurrenceSet(year).stream()
        .map(period -> period.getStart().toInstant())
        .sorted()
        .toList();
  }

  private static List<Instant> byBiweekly(String feed) {
    var warnings = new ArrayList<List<ParseWarning>>();
    var calendar = Biweekly.parse(feed).warnings(warnings).first();
    assertThat(warnings.stream().flatMap(List::stream)).isEmpty();
    var event = calendar.getEvents().getFirst();
    TimezoneAssignment zone =
        calendar.getTimezoneInfo().getTimezones().stream().findFirst().orElseThrow();
    DateIterator dates = event.getDateIterator(zone.getTimeZone());
    var found = new ArrayList<Instant>();
    while (dates.hasNext()) {
      var at = dates.next().toInstant();
      if (!at.isBefore(YEAR_AFTER)) break;
      found.add(at);
    }
    return found;
  }

  /// The standard says what we do where the clock skips the hour. Where the hour comes twice it
  /// says the first, as we do; this parser takes the second in some zones, so it is not asked
  /// there.
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
  void theHourThatIsSkippedIsMadeUpFor(String zone) throws Exception {
    var rhythm = rhythm("02:30", zone);
    var autumn = Instant.parse("2026-10-01T00:00:00Z");
    assertThat(byIcal4j(feed(rhythm)).stream().filter(autumn::isAfter))
        .containsExactlyElementsOf(ours(rhythm).stream().filter(autumn::isAfter).toList());
  }

  /// Half an hour of summer time; the other parser takes each summer time for an hour.
  @Test
  void summerTimeMayBeHalfAnHour() throws Exception {
    var rhythm = rhythm("20:15", "Australia/Lord_Howe");
    assertThat(byIcal4j(feed(rhythm))).isEqualTo(ours(rhythm));
  }

  @Test
  void itSaysHavenAndWhenAndNothingElse() throws Exception {
    var feed = feed(rhythm("18:30", "Europe/Berlin"));
    assertThat(event(feed).getProperties().stream().map(p -> p.getName() + "=" + p.getValue()))
        .containsExactly(
            "UID=" + new UUID(4, 1),
            "DTSTAMP=20260107T100000Z",
            "DTSTART=20260111T183000",
            "DURATION=PT20M",
            "RRULE=FREQ=WEEKLY",
            "SUMMARY=Haven",
            "CLASS=PRIVATE");
    assertThat(feed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(76));
    assertThat(feed.split("\r\n", -1)).noneMatch(line -> line.contains("\n"));
  }

  /// The zones that may be agreed on, one of each kind.
  @Test
  void everyZoneIsWrittenSoThatItIsRead() {
    var kinds = new HashMap<ZoneRules, String>();
    for (var zone : ZoneId.getAvailableZoneIds()) kinds.put(ZoneId.of(zone).getRules(), zone);
    for (var zone : kinds.values()) {
      var read = Biweekly.parse(feed(rhythm("18:30", zone))).first();
      var event = read.getEvents().getFirst();
      assertThat(read.getTimezoneInfo().getTimezone(event.getDateStart())).as(zone).isNotNull();
    }
  }

  @Test
  void whereNothingIsAgreedTheCalendarIsEmptyAndStillOne() throws Exception {
    var calendar = calendar(Feed.empty());
    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.getComponents(Component.VEVENT)).isEmpty();
    assertThat(Biweekly.parse(Feed.empty()).first().getEvents()).isEmpty();
  }

  @Test
  void aSecretIsReadOnlyAsItWasMadeAndNeverPrinted() {
    var secret = FeedSecret.random();
    assertThat(FeedSecret.read(secret.file())).contains(secret);
    assertThat(FeedSecret.random()).isNotEqualTo(secret);
    assertThat(secret.toString()).doesNotContain(secret.text());
    for (var wrong : List.of("", ".ics", secret.text(), secret.file() + "x", "a" + secret.file())) {
      assertThat(FeedSecret.read(wrong)).isEmpty();
    }
  }
}
