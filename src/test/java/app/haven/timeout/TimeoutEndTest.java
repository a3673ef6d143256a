package app.haven.timeout;

import static app.haven.timeout.HalfHour.ALEX;
import static app.haven.timeout.HalfHour.BACK;
import static app.haven.timeout.HalfHour.HALF_PAST;
import static app.haven.timeout.HalfHour.ID;
import static app.haven.timeout.HalfHour.MILLI;
import static app.haven.timeout.HalfHour.OPEN;
import static app.haven.timeout.HalfHour.SIX;
import static app.haven.timeout.HalfHour.callersCommands;
import static app.haven.timeout.HalfHour.entitled;
import static app.haven.timeout.HalfHour.partnersCommands;
import static app.haven.timeout.HalfHour.refused;
import static app.haven.timeout.HalfHour.stands;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Refusal.Code;
import app.haven.timeout.Timeout.Ended;
import app.haven.timeout.Timeout.Ending;
import app.haven.timeout.TimeoutCommand.LetGo;
import app.haven.timeout.TimeoutCommand.Return;
import app.haven.timeout.TimeoutEvent.When;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Coming back or letting go, and what can be said afterwards.
class TimeoutEndTest {
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
  @MethodSource({
    "app.haven.timeout.HalfHour#callersCommands",
    "app.haven.timeout.HalfHour#partnersCommands"
  })
  void afterTheLapseEverythingIsTooLate(TimeoutCommand command) {
    var over = new Ended(ID, ALEX, SIX, HALF_PAST, Ending.LAPSED, HALF_PAST, null);
    refused(Code.TOO_LATE, () -> over.decide(command, entitled(command), HALF_PAST));
  }

  @Test
  void afterTheEndNoEventChangesAnything() {
    assertThat(BACK.after(new TimeoutEvent.Lapsed(ID), SIX)).isSameAs(BACK);
  }
}
