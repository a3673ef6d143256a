package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Ended;
import app.haven.timeout.Timeout.Ending;
import app.haven.timeout.Timeout.Open;
import app.haven.timeout.TimeoutCommand.Acknowledge;
import app.haven.timeout.TimeoutCommand.Call;
import app.haven.timeout.TimeoutCommand.CheckIn;
import app.haven.timeout.TimeoutCommand.Extend;
import app.haven.timeout.TimeoutCommand.LetGo;
import app.haven.timeout.TimeoutCommand.Note;
import app.haven.timeout.TimeoutCommand.Return;
import app.haven.timeout.TimeoutEvent.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeoutTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant HALF_PAST = SIX.plus(Duration.ofMinutes(30));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Open OPEN = new Open(ID, ALEX, SIX, HALF_PAST, false, null, false, 0);
  private static final Ended BACK =
      new Ended(ID, ALEX, SIX, HALF_PAST, Ending.RETURNED, HALF_PAST, null);

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

  // --- whose it is ------------------------------------------------------------------------------

  static Stream<TimeoutCommand> callersCommands() {
    return Stream.of(
        new CheckIn(ID, null),
        new Extend(ID, 60, null, null),
        new Return(ID, null, null),
        new LetGo(ID, null));
  }

  static Stream<TimeoutCommand> partnersCommands() {
    return Stream.of(new Acknowledge(ID, null), new Note(ID, "The school called."));
  }

  @ParameterizedTest
  @MethodSource("callersCommands")
  void thePartnerCanNeitherShortenNorEndNorEditIt(TimeoutCommand command) {
    refused(Code.NOT_YOURS, () -> OPEN.decide(command, SAM, SIX));
    refused(Code.NOT_YOURS, () -> BACK.decide(command, SAM, SIX));
  }

  @ParameterizedTest
  @MethodSource("partnersCommands")
  void theCallerNeitherAcknowledgesNorNotesTheirOwn(TimeoutCommand command) {
    refused(Code.NOT_YOURS, () -> OPEN.decide(command, ALEX, SIX));
    refused(Code.NOT_YOURS, () -> BACK.decide(command, ALEX, SIX));
  }

  @Test
  void aCallIsNoChangeOfWhatStands() {
    assertThatThrownBy(() -> OPEN.decide(thirty(), ALEX, SIX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OPEN.said(thirty(), SIX)).isInstanceOf(IllegalArgumentException.class);
  }

  // --- acknowledge, check in, note --------------------------------------------------------------

  @Test
  void thePartnerHearsIt() {
    var heard = OPEN.decide(new Acknowledge(ID, "I hear you."), SAM, SIX);
    assertThat(heard).contains(new TimeoutEvent.Acknowledged(ID, "I hear you."));
    assertThat(OPEN.after(heard.orElseThrow(), SIX))
        .isEqualTo(new Open(ID, ALEX, SIX, HALF_PAST, true, null, false, 0));
  }

  @Test
  void hearingItTwiceIsHarmless() {
    var heard = new Open(ID, ALEX, SIX, HALF_PAST, true, null, false, 0);
    assertThat(heard.decide(new Acknowledge(ID, null), SAM, SIX)).isEmpty();
  }

  @Test
  void aCheckInIsASignOfLifeThatEndsNothing() {
    var sign = OPEN.decide(new CheckIn(ID, "Still here."), ALEX, SIX.plus(MILLI));
    assertThat(sign).contains(new TimeoutEvent.CheckedIn(ID, "Still here."));
    assertThat(OPEN.after(sign.orElseThrow(), SIX.plus(MILLI)))
        .isEqualTo(new Open(ID, ALEX, SIX, HALF_PAST, false, SIX.plus(MILLI), false, 0));
  }

  @Test
  void threeNotesAreTheMost() {
    Timeout timeout = OPEN;
    for (int notes = 1; notes <= 3; notes++) {
      var noted = timeout.decide(new Note(ID, "The school called."), SAM, SIX).orElseThrow();
      assertThat(noted).isEqualTo(new TimeoutEvent.Noted(ID, "The school called."));
      timeout = timeout.after(noted, SIX);
      assertThat(timeout).isEqualTo(new Open(ID, ALEX, SIX, HALF_PAST, false, null, false, notes));
    }
    var full = timeout;
    refused(Code.CONFLICT, () -> full.decide(new Note(ID, "One more."), SAM, SIX))
        .satisfies(e -> assertThat(stands(e)).isEqualTo(full.standing()));
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

  // --- return and let go ------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "-120001, EARLY",
    "-120000, ON_TIME",
    "0, ON_TIME",
    "120000, ON_TIME",
    "120001, LATE"
  })
  void aReturnIsEarlyOnTimeOrLate(long millis, When when) {
    var now = HALF_PAST.plusMillis(millis);
    var back = OPEN.decide(new Return(ID, null, "Back."), ALEX, now);
    assertThat(back).contains(new TimeoutEvent.Returned(ID, null, "Back.", now, when));
    assertThat(OPEN.after(back.orElseThrow(), now))
        .isEqualTo(new Ended(ID, ALEX, SIX, HALF_PAST, Ending.RETURNED, now, null));
  }

  @Test
  void aReturnMayNameATimeToTalkWithinSevenDays() {
    var week = SIX.plus(Duration.ofDays(7));
    for (var talkAt : List.of(SIX.plus(MILLI), week)) {
      var back = OPEN.decide(new Return(ID, talkAt, null), ALEX, SIX).orElseThrow();
      assertThat(((Ended) OPEN.after(back, SIX)).talkAt()).isEqualTo(talkAt);
    }
    refused(Code.TOO_LONG, () -> OPEN.decide(new Return(ID, week.plus(MILLI), null), ALEX, SIX));
    refused(Code.TOO_SOON, () -> OPEN.decide(new Return(ID, SIX, null), ALEX, SIX));
  }

  @Test
  void lettingGoEndsItWithNoReturn() {
    var done = OPEN.decide(new LetGo(ID, "We talked."), ALEX, SIX);
    assertThat(done).contains(new TimeoutEvent.LetGo(ID, "We talked."));
    assertThat(OPEN.after(done.orElseThrow(), SIX))
        .isEqualTo(new Ended(ID, ALEX, SIX, HALF_PAST, Ending.LET_GO, SIX, null));
  }

  // --- after the end ----------------------------------------------------------------------------

  @Test
  void returningOnceMoreChangesNothing() {
    assertThat(BACK.decide(new Return(ID, null, null), ALEX, HALF_PAST)).isEmpty();
    var talking = new Ended(ID, ALEX, SIX, HALF_PAST, Ending.RETURNED, HALF_PAST, SIX);
    assertThat(talking.decide(new Return(ID, SIX, null), ALEX, HALF_PAST)).isEmpty();
  }

  @Test
  void anotherTimeToTalkAfterTheReturnShowsWhatStands() {
    refused(Code.CONFLICT, () -> BACK.decide(new Return(ID, SIX, null), ALEX, HALF_PAST))
        .satisfies(e -> assertThat(stands(e)).isEqualTo(BACK.standing()));
  }

  static Stream<TimeoutCommand> allButReturn() {
    return Stream.concat(callersCommands(), partnersCommands())
        .filter(command -> !(command instanceof Return));
  }

  @ParameterizedTest
  @MethodSource("allButReturn")
  void afterTheReturnEverythingElseShowsWhatStands(TimeoutCommand command) {
    refused(Code.CONFLICT, () -> BACK.decide(command, entitled(command), HALF_PAST))
        .satisfies(e -> assertThat(stands(e)).isEqualTo(BACK.standing()));
  }

  @ParameterizedTest
  @EnumSource(names = {"LET_GO", "CLOSED"})
  void afterAnotherEndNobodyReturns(Ending how) {
    var over = new Ended(ID, ALEX, SIX, HALF_PAST, how, HALF_PAST, null);
    refused(Code.CONFLICT, () -> over.decide(new Return(ID, null, null), ALEX, HALF_PAST));
  }

  @ParameterizedTest
  @MethodSource({"callersCommands", "partnersCommands"})
  void afterTheLapseEverythingIsTooLate(TimeoutCommand command) {
    var over = new Ended(ID, ALEX, SIX, HALF_PAST, Ending.LAPSED, HALF_PAST, null);
    refused(Code.TOO_LATE, () -> over.decide(command, entitled(command), HALF_PAST));
  }

  @Test
  void afterTheEndNoEventChangesAnything() {
    assertThat(BACK.after(new TimeoutEvent.Lapsed(ID), SIX)).isSameAs(BACK);
  }

  // --- silence ----------------------------------------------------------------------------------

  @Test
  void silenceIsToldOnce() {
    var silent = OPEN.silent();
    assertThat(silent).contains(new TimeoutEvent.Overdue(ID, HALF_PAST));
    var told = (Open) OPEN.after(silent.orElseThrow(), HALF_PAST);
    assertThat(told).isEqualTo(new Open(ID, ALEX, SIX, HALF_PAST, false, null, true, 0));
    assertThat(told.silent()).isEmpty();
  }

  @Test
  void aSignOfLifeFromFiveMinutesBeforeIsAWord() {
    var sign = HALF_PAST.minus(Duration.ofMinutes(5));
    assertThat(new Open(ID, ALEX, SIX, HALF_PAST, false, sign, false, 0).silent()).isEmpty();
    assertThat(new Open(ID, ALEX, SIX, HALF_PAST, false, sign.minus(MILLI), false, 0).silent())
        .isPresent();
  }

  @Test
  void remindersChangeNothing() {
    assertThat(OPEN.after(new TimeoutEvent.Due(ID, HALF_PAST), HALF_PAST)).isSameAs(OPEN);
    assertThat(OPEN.after(new TimeoutEvent.EndingSoon(ID, HALF_PAST), SIX)).isSameAs(OPEN);
  }

  @Test
  void aLapseEndsIt() {
    assertThat(OPEN.after(new TimeoutEvent.Lapsed(ID), HALF_PAST))
        .isEqualTo(new Ended(ID, ALEX, SIX, HALF_PAST, Ending.LAPSED, HALF_PAST, null));
  }

  @Test
  void whatStandsIsShownWithoutWords() {
    assertThat(OPEN.standing())
        .isEqualTo(new Timeout.Standing(ID, ALEX, SIX, HALF_PAST, null, null, null));
    assertThat(new Ended(ID, ALEX, SIX, HALF_PAST, Ending.LET_GO, HALF_PAST, SIX).standing())
        .isEqualTo(new Timeout.Standing(ID, ALEX, SIX, HALF_PAST, Ending.LET_GO, HALF_PAST, SIX));
  }

  @ParameterizedTest
  @EnumSource
  void endingsHaveTheirWireForm(Ending how) {
    assertThat(how.wire())
        .isEqualTo(
            switch (how) {
              case RETURNED -> "returned";
              case LET_GO -> "let_go";
              case LAPSED -> "lapsed";
              case CLOSED -> "closed";
            });
  }

  // --- ------------------------------------------------------------------------------------------

  private static Call thirty() {
    return new Call(ID, 30, null, null, null, null);
  }

  private static TimeoutEvent.Called call(Call wish) {
    return Timeout.call(wish, ALEX, "I'm coming back.", none(), none(), SIX);
  }

  private static Optional<TimeoutEvent> extend(Instant until, Instant now) {
    return OPEN.decide(new Extend(ID, null, until, null), ALEX, now);
  }

  private static Optional<Timeout> none() {
    return Optional.empty();
  }

  private static PersonId entitled(TimeoutCommand command) {
    return command instanceof Acknowledge || command instanceof Note ? SAM : ALEX;
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      Code code, Supplier<?> attempt) {
    return assertThatThrownBy(attempt::get)
        .isInstanceOf(Refusal.class)
        .satisfies(e -> {
          assertThat(((Refusal) e).code()).isEqualTo(code);
          assertThat(((Refusal) e).problem().detail()).endsWith(".");
        });
  }

  private static @Nullable Object stands(Throwable refusal) {
    return ((Refusal) refusal).problem().stands();
  }

  private static List<String> fields(Throwable refusal) {
    var errors = ((Refusal) refusal).problem().errors();
    return errors == null ? List.of() : errors.stream().map(Refusal.FieldError::field).toList();
  }
}
