package app.haven.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Rhythm SUNDAY = rhythm(1, "18:30");
  private static final Rhythm LATER = rhythm(2, "20:00");

  private static Rhythm rhythm(int id, String time) {
    return new Rhythm(
        new UUID(4, id),
        Weekday.SUNDAY,
        LocalTime.parse(time),
        ZoneId.of("Europe/Berlin"),
        Form.HOUR);
  }

  private static Refusal refused(Runnable doing) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, doing::run));
  }

  /// By the rules of the zones as the JDK knows them: summer time 2026 begins on 29 March in Berlin
  /// and on 8 March in New York, and ends on 25 October and on 1 November.
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    18:30, 2026-03-20T00:00:00Z, 2026-03-22T17:30:00Z, 2026-03-29T16:30:00Z",
    "Europe/Berlin,    18:30, 2026-10-17T00:00:00Z, 2026-10-18T16:30:00Z, 2026-10-25T17:30:00Z",
    "America/New_York, 18:30, 2026-02-27T00:00:00Z, 2026-03-01T23:30:00Z, 2026-03-08T22:30:00Z",
    "America/New_York, 18:30, 2026-10-24T00:00:00Z, 2026-10-25T22:30:00Z, 2026-11-01T23:30:00Z",
    // The hour that the clock skips, and the one that comes twice.
    "Europe/Berlin,    02:30, 2026-03-20T00:00:00Z, 2026-03-22T01:30:00Z, 2026-03-29T01:30:00Z",
    "Europe/Berlin,    02:30, 2026-10-17T00:00:00Z, 2026-10-18T00:30:00Z, 2026-10-25T00:30:00Z",
  })
  void itKeepsTheTimeOnTheClockThroughSummerTime(
      String zone, String time, Instant from, Instant first, Instant second) {
    var rhythm =
        new Rhythm(
            new UUID(4, 1), Weekday.SUNDAY, LocalTime.parse(time), ZoneId.of(zone), Form.SHORT);
    assertThat(rhythm.next(from)).isEqualTo(first);
    assertThat(rhythm.next(first)).isEqualTo(second);
    assertThat(rhythm.next(first.minusMillis(1))).isEqualTo(first);
    // What the server does: it opens a day before, and finds the same time from there.
    assertThat(rhythm.next(second.minus(Rhythm.AHEAD))).isEqualTo(second);
  }

  @Test
  void everyWeekOfTenYearsHasOne() {
    var last = Instant.parse("2026-01-01T00:00:00Z");
    for (int week = 0; week < 520; week++) {
      var next = SUNDAY.next(last);
      var local = next.atZone(SUNDAY.zone());
      assertThat(local.toLocalTime()).isEqualTo(SUNDAY.time());
      assertThat(local.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SUNDAY);
      assertThat(Duration.between(last, next)).isPositive().isLessThan(Duration.ofDays(8));
      last = next;
    }
  }

  private static Rhythm.Arrangement arrangement(
      @Nullable Rhythm agreed, Rhythm.@Nullable Proposal proposed) {
    return new Rhythm.Arrangement(Optional.ofNullable(agreed), Optional.ofNullable(proposed));
  }

  @Test
  void whatIsAgreedHoldsWhileSomethingElseIsProposed() {
    var proposal = new Rhythm.Proposal(LATER, ALEX);
    assertThat(arrangement(SUNDAY, null).propose(LATER, ALEX, List.of(), NOW)).isEqualTo(proposal);
    var both = arrangement(SUNDAY, proposal);
    assertThat(both.agree(SUNDAY.id(), SAM)).isEmpty();
    assertThat(both.agree(LATER.id(), SAM)).contains(LATER);
    assertThat(refused(() -> both.propose(rhythm(3, "18:30"), SAM, List.of(), NOW)).code())
        .isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void nobodySaysYesForTheOtherNorToWhatTheyHaveNotRead() {
    var proposed = arrangement(null, new Rhythm.Proposal(SUNDAY, ALEX));
    assertThat(refused(() -> proposed.agree(SUNDAY.id(), ALEX)).code())
        .isEqualTo(Refusal.Code.NOT_YOURS);
    assertThat(refused(() -> proposed.agree(LATER.id(), SAM)).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void eitherStopsWhatIsAgreedOrProposed() {
    var both = arrangement(SUNDAY, new Rhythm.Proposal(LATER, ALEX));
    assertThat(both.stops(SUNDAY.id())).isTrue();
    assertThat(both.stops(LATER.id())).isTrue();
    assertThat(both.stops(new UUID(9, 9))).isFalse();
  }

  @Test
  void tenProposalsInADayAreEnough() {
    var nothing = arrangement(null, null);
    var last = Collections.nCopies(10, NOW.minus(Duration.ofHours(23)));
    assertThat(refused(() -> nothing.propose(SUNDAY, ALEX, last, NOW)).code())
        .isEqualTo(Refusal.Code.RATE);
    assertThatCode(() -> nothing.propose(SUNDAY, ALEX, last, NOW.plus(Duration.ofHours(1))))
        .doesNotThrowAnyException();
  }
}
