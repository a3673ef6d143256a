package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// 21 November 2026 is a Saturday.
class TimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<Weekday> EVERY_DAY = Arrays.asList(Weekday.values());

  private static Times at(String time, Weekday... days) {
    return new Times(
        List.of(LocalTime.parse(time)), days.length == 0 ? EVERY_DAY : Arrays.asList(days));
  }

  private static Instant moment(String time) {
    return Instant.parse(time);
  }

  @Test
  void theNextOneIsByTheClockWhereThePersonIs() {
    var morning = at("08:00");
    assertThat(morning.next(moment("2026-11-21T06:59:59Z"), BERLIN))
        .isEqualTo(moment("2026-11-21T07:00:00Z"));
    assertThat(morning.next(moment("2026-11-21T07:00:00Z"), BERLIN))
        .as("not the same once more")
        .isEqualTo(moment("2026-11-22T07:00:00Z"));
    assertThat(morning.next(moment("2026-11-21T07:00:00Z"), NEW_YORK))
        .isEqualTo(moment("2026-11-21T13:00:00Z"));
  }

  @Test
  void onlyTheDaysThatWereSet() {
    var times = at("18:30", Weekday.MONDAY, Weekday.FRIDAY);
    assertThat(times.next(moment("2026-11-21T12:00:00Z"), BERLIN))
        .isEqualTo(moment("2026-11-23T17:30:00Z"));
    assertThat(times.next(moment("2026-11-23T17:30:00Z"), BERLIN))
        .isEqualTo(moment("2026-11-27T17:30:00Z"));
  }

  @Test
  void oneDayAWeekComesBackAWeekLater() {
    var times = at("08:00", Weekday.SATURDAY);
    assertThat(times.next(moment("2026-11-21T07:00:00Z"), BERLIN))
        .isEqualTo(moment("2026-11-28T07:00:00Z"));
  }

  @Test
  void theEarliestOfSeveralComesFirst() {
    var times = new Times(List.of(LocalTime.of(20, 0), LocalTime.of(9, 0)), EVERY_DAY);
    assertThat(times.next(moment("2026-11-21T06:00:00Z"), BERLIN))
        .isEqualTo(moment("2026-11-21T08:00:00Z"));
    assertThat(times.next(moment("2026-11-21T08:00:00Z"), BERLIN))
        .isEqualTo(moment("2026-11-21T19:00:00Z"));
  }

  /// On 29 March 2026 the clock goes from 2 to 3: eight in the morning stays eight.
  @Test
  void summerTimeMovesNothingOnTheWall() {
    var morning = at("08:00");
    assertThat(morning.next(moment("2026-03-28T07:00:00Z"), BERLIN))
        .isEqualTo(moment("2026-03-29T06:00:00Z"));
    assertThat(morning.next(moment("2026-10-24T06:00:00Z"), BERLIN))
        .as("and back in autumn")
        .isEqualTo(moment("2026-10-25T07:00:00Z"));
  }

  @Test
  void aTimeThatTheClockLeavesOutComesAsMuchLater() {
    var night = at("02:30");
    var first = night.next(moment("2026-03-28T12:00:00Z"), BERLIN);
    assertThat(first).isEqualTo(moment("2026-03-29T01:30:00Z"));
    assertThat(night.fall(first, BERLIN)).isTrue();
    assertThat(night.next(first, BERLIN)).isEqualTo(moment("2026-03-30T00:30:00Z"));
  }

  @Test
  void aTimeThatTheClockShowsTwiceComesOnce() {
    var night = at("02:30");
    var first = night.next(moment("2026-10-24T12:00:00Z"), BERLIN);
    assertThat(first).isEqualTo(moment("2026-10-25T00:30:00Z"));
    assertThat(night.next(first, BERLIN)).isEqualTo(moment("2026-10-26T01:30:00Z"));
  }

  @Test
  void whatWasSetForAnotherZoneDoesNotFallHere() {
    var morning = at("08:00");
    var inBerlin = morning.next(moment("2026-11-21T00:00:00Z"), BERLIN);
    assertThat(morning.fall(inBerlin, BERLIN)).isTrue();
    assertThat(morning.fall(inBerlin, NEW_YORK)).isFalse();
  }

  @Test
  void aRowKeepsThemWhole() {
    var times =
        new Times(
            List.of(LocalTime.of(8, 0), LocalTime.of(23, 59)),
            List.of(Weekday.MONDAY, Weekday.SUNDAY));
    assertThat(Times.of(times.text())).isEqualTo(times);
  }
}
