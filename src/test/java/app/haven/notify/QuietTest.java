package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.identity.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT = hours("22:00", "07:00");

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Quiet at(String now, QuietHours hours, String zone) {
    return Quiet.at(Instant.parse(now), Choices.USUAL, hours, ZoneId.of(zone), false);
  }

  /// Summer time begins and ends in Berlin (29 March, 25 October 2026) and in New York (8 March, 1
  /// November), and on an ordinary night.
  @ParameterizedTest
  @CsvSource({
    "2026-06-10T20:30:00Z, Europe/Berlin,    2026-06-11T05:00:00Z",
    "2026-03-28T21:30:00Z, Europe/Berlin,    2026-03-29T05:00:00Z",
    "2026-03-29T01:30:00Z, Europe/Berlin,    2026-03-29T05:00:00Z",
    "2026-10-24T20:30:00Z, Europe/Berlin,    2026-10-25T06:00:00Z",
    "2026-10-25T00:30:00Z, Europe/Berlin,    2026-10-25T06:00:00Z",
    "2026-10-25T01:30:00Z, Europe/Berlin,    2026-10-25T06:00:00Z",
    "2026-03-08T04:00:00Z, America/New_York, 2026-03-08T11:00:00Z",
    "2026-03-08T08:30:00Z, America/New_York, 2026-03-08T11:00:00Z",
    "2026-11-01T03:00:00Z, America/New_York, 2026-11-01T12:00:00Z",
    "2026-11-01T06:30:00Z, America/New_York, 2026-11-01T12:00:00Z",
  })
  void aNightEndsByTheClockOnTheWall(String now, String zone, String end) {
    assertThat(at(now, NIGHT, zone)).isEqualTo(new Quiet.Until(Instant.parse(end)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T06:00:00Z, Europe/Berlin",
    "2026-10-25T20:59:59Z, Europe/Berlin",
    "2026-03-29T05:00:00Z, Europe/Berlin",
    "2026-03-29T19:59:59Z, Europe/Berlin",
    "2026-11-01T12:00:00Z, America/New_York",
    "2026-03-08T11:00:00Z, America/New_York",
    "2026-03-09T01:59:59Z, America/New_York",
  })
  void outsideOfItEverythingReaches(String now, String zone) {
    assertThat(at(now, NIGHT, zone)).isEqualTo(new Quiet.Now());
  }

  /// 02:30 does not exist on the one night and comes twice on the other.
  @Test
  void anEndInTheMiddleOfTheChangeIsAnEndAllTheSame() {
    var night = hours("22:00", "02:30");
    assertThat(at("2026-03-29T00:30:00Z", night, "Europe/Berlin"))
        .isEqualTo(new Quiet.Until(Instant.parse("2026-03-29T01:30:00Z")));
    assertThat(at("2026-10-25T00:45:00Z", night, "Europe/Berlin"))
        .isEqualTo(new Quiet.Until(Instant.parse("2026-10-25T01:30:00Z")));
    assertThat(at("2026-10-25T01:30:00Z", night, "Europe/Berlin")).isEqualTo(new Quiet.Now());
  }

  static Stream<QuietHours> anyHours() {
    return Stream.of(
        NIGHT,
        hours("00:00", "06:00"),
        hours("13:00", "15:00"),
        hours("02:30", "02:45"),
        hours("23:59", "00:00"),
        hours("02:00", "03:00"),
        hours("07:00", "06:59"));
  }

  /// Every quarter of an hour of two years, in four zones: an end lies ahead, and is one.
  @ParameterizedTest
  @MethodSource("anyHours")
  void atItsEndAQuietTimeIsOver(QuietHours hours) {
    for (var zone :
        new String[] {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"}) {
      var now = Instant.parse("2026-01-01T00:00:00Z");
      for (int i = 0; i < 2 * 365 * 96; i++, now = now.plus(Duration.ofMinutes(15))) {
        var quiet = Quiet.at(now, Choices.USUAL, hours, ZoneId.of(zone), false);
        if (!(quiet instanceof Quiet.Until(var end))) continue;
        assertThat(end).isAfter(now).isBefore(now.plus(Duration.ofHours(26)));
        assertThat(Quiet.at(end, Choices.USUAL, hours, ZoneId.of(zone), false))
            .as("%s in %s at %s", hours, zone, end)
            .isEqualTo(new Quiet.Now());
      }
    }
  }

  @Test
  void onlyTheTwoMomentsPassAndOnlyWhereAskedFor() {
    var now = Instant.parse("2026-06-10T23:00:00Z");
    var asked = Choices.USUAL.withMoments(true);
    assertThat(Quiet.at(now, asked, NIGHT, BERLIN, true)).isEqualTo(new Quiet.Now());
    assertThat(Quiet.at(now, asked, NIGHT, BERLIN, false)).isInstanceOf(Quiet.Until.class);
    assertThat(Quiet.at(now, Choices.USUAL, NIGHT, BERLIN, true)).isInstanceOf(Quiet.Until.class);
  }

  @Test
  void aPauseHoldsEverythingBackAlsoTheMoments() {
    var now = Instant.parse("2026-06-10T12:00:00Z");
    var end = now.plusSeconds(3600);
    var asked = Choices.USUAL.withMoments(true).withPause(true, end);
    assertThat(Quiet.at(now, asked, null, BERLIN, true)).isEqualTo(new Quiet.Until(end));
    assertThat(Quiet.at(end, asked, null, BERLIN, true)).isEqualTo(new Quiet.Now());
    assertThat(Quiet.at(now, asked.withPause(true, null), null, BERLIN, true))
        .isEqualTo(new Quiet.Never());
  }

  @Test
  void tomorrowBeginsInTheMorning() {
    var evening = Instant.parse("2026-10-24T21:00:00Z");
    assertThat(Quiet.tomorrow(evening, null, BERLIN)).isEqualTo("2026-10-25T06:00:00Z");
    assertThat(Quiet.tomorrow(evening, hours("22:00", "09:30"), BERLIN))
        .isEqualTo("2026-10-25T08:30:00Z");
  }
}
