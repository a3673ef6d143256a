package app.haven.timeout;

import static app.haven.timeout.HalfHour.ALEX;
import static app.haven.timeout.HalfHour.BACK;
import static app.haven.timeout.HalfHour.HALF_PAST;
import static app.haven.timeout.HalfHour.ID;
import static app.haven.timeout.HalfHour.MILLI;
import static app.haven.timeout.HalfHour.OPEN;
import static app.haven.timeout.HalfHour.SIX;
import static app.haven.timeout.HalfHour.fields;
import static app.haven.timeout.HalfHour.none;
import static app.haven.timeout.HalfHour.refused;
import static app.haven.timeout.HalfHour.stands;
import static app.haven.timeout.HalfHour.thirty;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Open;
import app.haven.timeout.TimeoutCommand.Call;
import app.haven.timeout.TimeoutCommand.Extend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calling a time-out, and asking for more time: which times are taken.
class TimeoutCallTest {
  // --- call -------------------------------------------------------------------------------------

  @Test
  void callingSaysAllThatIsNeeded() {
    var wish = new Call(ID, 30, null, null, "flooded", "the holidays");

    var called = Timeout.call(wish, ALEX, "I'm coming back.", none(), none(), SIX);

    assertThat(called)
        .isEqualTo(
            new TimeoutEvent.Called(
                ID, HALF_PAST, "I'm coming back.", "flooded", "the holidays", ALEX, SIX));
    assertThat(Timeout.begun(called)).isEqualTo(OPEN);
  }

  @Test
  void aTimeOfTheClockIsTakenAsItIs() {
    assertThat(call(new Call(ID, null, HALF_PAST, null, null, null)).returnAt())
        .isEqualTo(HALF_PAST);
  }

  @ParameterizedTest
  @CsvSource({"5", "1440"})
  void fiveMinutesAndTwentyFourHoursAreBothAllowed(int minutes) {
    assertThat(call(new Call(ID, minutes, null, null, null, null)).returnAt())
        .isEqualTo(SIX.plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void lessThanFiveMinutesIsTooSoon() {
    var nearly = SIX.plus(Duration.ofMinutes(5)).minus(MILLI);
    refused(Code.TOO_SOON, () -> call(new Call(ID, null, nearly, null, null, null)));
    refused(Code.TOO_SOON, () -> call(new Call(ID, -30, null, null, null, null)));
  }

  @Test
  void moreThanTwentyFourHoursIsTooLong() {
    var tomorrow = SIX.plus(Duration.ofHours(24)).plus(MILLI);
    refused(Code.TOO_LONG, () -> call(new Call(ID, null, tomorrow, null, null, null)));
  }

  @Test
  void bothOrNeitherOfMinutesAndReturnAtAreInvalidAndBothAreNamed() {
    for (var wish :
        List.of(
            new Call(ID, 30, HALF_PAST, null, null, null),
            new Call(ID, null, null, null, null, null))) {
      refused(Code.INVALID, () -> call(wish))
          .satisfies(e -> assertThat(fields(e)).containsExactly("minutes", "returnAt"));
    }
  }

  @Test
  void anIdThatWasUsedShowsWhatStands() {
    refused(Code.CONFLICT, () -> Timeout.call(thirty(), ALEX, "…", Optional.of(BACK), none(), SIX))
        .satisfies(e -> assertThat(stands(e)).isEqualTo(BACK.standing()));
  }

  @Test
  void aSecondOpenOneOfTheSamePersonShowsWhatStands() {
    refused(Code.CONFLICT, () -> Timeout.call(thirty(), ALEX, "…", none(), Optional.of(OPEN), SIX))
        .satisfies(e -> assertThat(stands(e)).isEqualTo(OPEN.standing()));
  }

  // --- extend -----------------------------------------------------------------------------------

  @Test
  void moreTimeBeforeTheTimeIsSaidWithNotice() {
    var now = HALF_PAST.minus(MILLI);
    var more = OPEN.decide(new Extend(ID, 20, null, "A bit more."), ALEX, now);
    assertThat(more)
        .contains(
            new TimeoutEvent.Extended(ID, now.plus(Duration.ofMinutes(20)), "A bit more.", true));
  }

  @Test
  void moreTimeFromTheTimeOnIsANewPromise() {
    var more = OPEN.decide(new Extend(ID, 20, null, null), ALEX, HALF_PAST);
    assertThat(more)
        .contains(
            new TimeoutEvent.Extended(ID, HALF_PAST.plus(Duration.ofMinutes(20)), null, false));
  }

  @Test
  void moreTimeMovesTheTimeAndForgetsThatItPassed() {
    var seven = SIX.plus(Duration.ofHours(1));
    var overdue = new Open(ID, ALEX, SIX, HALF_PAST, true, SIX, true, 2);
    assertThat(overdue.after(new TimeoutEvent.Extended(ID, seven, null, false), HALF_PAST))
        .isEqualTo(new Open(ID, ALEX, SIX, seven, true, SIX, false, 2));
  }

  @Test
  void anEarlierOrEqualTimeIsNoMoreTime() {
    refused(Code.TOO_SOON, () -> extend(HALF_PAST, SIX));
    refused(Code.TOO_SOON, () -> extend(HALF_PAST.minus(MILLI), SIX));
    assertThat(extend(HALF_PAST.plus(MILLI), SIX)).isPresent();
  }

  @Test
  void moreTimeThatIsAlreadyBehindIsTooSoon() {
    var now = HALF_PAST.plus(Duration.ofMinutes(10));
    refused(Code.TOO_SOON, () -> extend(now, now));
    assertThat(extend(now.plus(MILLI), now)).isPresent();
  }

  @Test
  void twentyFourHoursCountFromTheStart() {
    var day = SIX.plus(Duration.ofHours(24));
    assertThat(extend(day, HALF_PAST)).isPresent();
    refused(Code.TOO_LONG, () -> extend(day.plus(MILLI), HALF_PAST));
  }

  @Test
  void moreTimeNeedsExactlyOneOfMinutesAndReturnAt() {
    for (var wish :
        List.of(new Extend(ID, 30, HALF_PAST, null), new Extend(ID, null, null, null))) {
      refused(Code.INVALID, () -> OPEN.decide(wish, ALEX, SIX))
          .satisfies(e -> assertThat(fields(e)).containsExactly("minutes", "returnAt"));
    }
  }

  private static TimeoutEvent.Called call(Call wish) {
    return Timeout.call(wish, ALEX, "I'm coming back.", none(), none(), SIX);
  }

  private static Optional<TimeoutEvent> extend(Instant until, Instant now) {
    return OPEN.decide(new Extend(ID, null, until, null), ALEX, now);
  }
}
