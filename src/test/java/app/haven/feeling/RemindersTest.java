package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.PersonId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RemindersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));

  private static List<String> from(String start, String time, int times) {
    var found = new ArrayList<String>();
    var at = Instant.parse(start);
    for (int i = 0; i < times; i++) {
      at = Reminders.next(LocalTime.parse(time), BERLIN, at);
      found.add(at.toString());
    }
    return found;
  }

  @Test
  void theThreeTimesComeOnceADay() {
    assertThat(from("2026-11-20T07:59:59Z", "09:00", 2))
        .containsExactly("2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z");
    assertThat(from("2026-11-20T07:59:59Z", "14:00", 2))
        .containsExactly("2026-11-20T13:00:00Z", "2026-11-21T13:00:00Z");
    assertThat(from("2026-11-20T19:00:00Z", "20:00", 1)).containsExactly("2026-11-21T19:00:00Z");
  }

  @Test
  void nineStaysNineWhenSummerTimeBeginsAndEnds() {
    assertThat(from("2026-03-28T07:00:00Z", "09:00", 2))
        .containsExactly("2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z");
    assertThat(from("2026-10-24T06:00:00Z", "09:00", 2))
        .containsExactly("2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z");
  }

  @Test
  void aTimeThatANightLeavesOutComesAnHourLaterAndOneShownTwiceComesOnce() {
    assertThat(from("2026-03-28T12:00:00Z", "02:30", 2))
        .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    assertThat(from("2026-10-24T12:00:00Z", "02:30", 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void whatWasMeantForAnotherClockDoesNotFit() {
    var nine = LocalTime.parse("09:00");
    var inBerlin = Instant.parse("2026-11-21T08:00:00Z");
    assertThat(Reminders.fits(inBerlin, nine, BERLIN)).isTrue();
    assertThat(Reminders.fits(inBerlin, nine, ZoneId.of("Asia/Tokyo"))).isFalse();
    assertThat(Reminders.fits(inBerlin, LocalTime.parse("09:30"), BERLIN)).isFalse();
    assertThat(Reminders.fits(Instant.parse("2026-03-29T01:30:00Z"), LocalTime.of(2, 30), BERLIN))
        .isTrue();
  }

  @Test
  void aTimerTellsWhichReminderItIs() {
    var at = Instant.parse("2026-11-21T08:00:00Z");
    assertThat(Reminders.reminder(Reminders.daily(ALEX, 3, at))).isEqualTo(3);
    assertThat(Reminders.isSnoozed(Reminders.daily(ALEX, 3, at))).isFalse();
    assertThat(Reminders.isSnoozed(Reminders.snoozed(ALEX, at))).isTrue();
    assertThat(Reminders.all(ALEX)).hasSize(4).doesNotHaveDuplicates();
  }
}
