package app.haven.timeout;

import static app.haven.timeout.HalfHour.ALEX;
import static app.haven.timeout.HalfHour.BACK;
import static app.haven.timeout.HalfHour.HALF_PAST;
import static app.haven.timeout.HalfHour.ID;
import static app.haven.timeout.HalfHour.MILLI;
import static app.haven.timeout.HalfHour.OPEN;
import static app.haven.timeout.HalfHour.SAM;
import static app.haven.timeout.HalfHour.SIX;
import static app.haven.timeout.HalfHour.refused;
import static app.haven.timeout.HalfHour.stands;
import static app.haven.timeout.HalfHour.thirty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Ended;
import app.haven.timeout.Timeout.Ending;
import app.haven.timeout.Timeout.Open;
import app.haven.timeout.TimeoutCommand.Acknowledge;
import app.haven.timeout.TimeoutCommand.CheckIn;
import app.haven.timeout.TimeoutCommand.Note;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What each of the two may say while it runs, and what silence becomes.
class TimeoutTest {
  // --- whose it is ------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("app.haven.timeout.HalfHour#callersCommands")
  void thePartnerCanNeitherShortenNorEndNorEditIt(TimeoutCommand command) {
    refused(Code.NOT_YOURS, () -> OPEN.decide(command, SAM, SIX));
    refused(Code.NOT_YOURS, () -> BACK.decide(command, SAM, SIX));
  }

  @ParameterizedTest
  @MethodSource("app.haven.timeout.HalfHour#partnersCommands")
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
}
