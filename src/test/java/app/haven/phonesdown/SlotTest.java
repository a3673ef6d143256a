package app.haven.phonesdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.phonesdown.PhonesDownEvent.Accepted;
import app.haven.phonesdown.PhonesDownEvent.Begun;
import app.haven.phonesdown.PhonesDownEvent.Ended;
import app.haven.phonesdown.PhonesDownEvent.Faded;
import app.haven.phonesdown.PhonesDownEvent.Proposed;
import app.haven.phonesdown.PhonesDownEvent.SaidNotNow;
import app.haven.phonesdown.PhonesDownEvent.Soon;
import app.haven.phonesdown.PhonesDownEvent.Withdrawn;
import app.haven.phonesdown.Proposing.Before;
import app.haven.phonesdown.Slot.Agreed;
import app.haven.phonesdown.Slot.Over;
import app.haven.phonesdown.Slot.Running;
import app.haven.phonesdown.Slot.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant EIGHT = Instant.parse("2026-11-21T20:00:00Z");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Before NOTHING =
      new Before(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  private static final PhonesDownCommand ACCEPT = new PhonesDownCommand.Accept(ID);
  private static final PhonesDownCommand NOT_NOW = new PhonesDownCommand.NotNow(ID);
  private static final PhonesDownCommand END = new PhonesDownCommand.End(ID);
  private static final PhonesDownCommand WITHDRAW = new PhonesDownCommand.Withdraw(ID);

  private static final Waiting NOW = waiting(null);
  private static final Waiting LATER = waiting(EIGHT);
  private static final Agreed AGREED = new Agreed(LATER.card(), SIX);
  private static final Running RUNNING = new Running(NOW.card(), SIX, SIX.plus(HOUR));
  private static final Over OVER = new Over(NOW.card(), null);

  private static Waiting waiting(@Nullable Instant startAt) {
    return Slot.begun(new Proposed(ID, startAt, 60), ALEX, SAM, SIX);
  }

  // --- proposing --------------------------------------------------------------------------------

  @Test
  void oneStandsAtATime() {
    assertThat(propose(null, 60, NOTHING, SIX)).isEqualTo(new Proposed(ID, null, 60));
    assertThat(propose(EIGHT, 60, NOTHING, SIX)).isEqualTo(new Proposed(ID, EIGHT, 60));
    for (var one : List.of(NOW, LATER, AGREED, RUNNING)) {
      var standing = new Before(Optional.empty(), Optional.of(one), List.of(), Optional.empty());
      no(() -> propose(null, 60, standing, SIX), Code.CONFLICT);
    }
    var known = new Before(Optional.of(OVER), Optional.empty(), List.of(), Optional.empty());
    no(() -> propose(null, 60, known, SIX), Code.CONFLICT);
  }

  @Test
  void itTakesTenMinutesToThreeHours() {
    no(() -> propose(null, 9, NOTHING, SIX), Code.INVALID);
    propose(null, 10, NOTHING, SIX);
    propose(null, 180, NOTHING, SIX);
    no(() -> propose(null, 181, NOTHING, SIX), Code.INVALID);
  }

  @Test
  void itsTimeIsAheadAndWithinTwoWeeks() {
    no(() -> propose(SIX, 60, NOTHING, SIX), Code.INVALID);
    propose(SIX.plus(MILLI), 60, NOTHING, SIX);
    var last = SIX.plus(Proposing.WITHIN);
    propose(last, 60, NOTHING, SIX);
    no(() -> propose(last.plus(MILLI), 60, NOTHING, SIX), Code.INVALID);
  }

  @Test
  void aNoHasItsRest() {
    var before = new Before(Optional.empty(), Optional.empty(), List.of(), Optional.of(SIX));
    var rested = SIX.plus(Proposing.REST);
    no(() -> propose(null, 60, before, rested.minus(MILLI)), Code.TOO_SOON);
    propose(null, 60, before, rested);
  }

  @Test
  void fiveInADayAreTheMost() {
    var last = Collections.nCopies(Proposing.MOST, SIX);
    var before = new Before(Optional.empty(), Optional.empty(), last, Optional.empty());
    var free = SIX.plus(Proposing.WINDOW);
    no(() -> propose(null, 60, before, free.minus(MILLI)), Code.RATE);
    propose(null, 60, before, free);
  }

  private static Proposed propose(
      @Nullable Instant startAt, int minutes, Before before, Instant now) {
    return Proposing.propose(new PhonesDownCommand.Propose(ID, startAt, minutes), before, now);
  }

  // --- answering --------------------------------------------------------------------------------

  @Test
  void withNoTimeItBeginsWithTheYes() {
    var yes = NOW.decide(ACCEPT, SAM, SIX).orElseThrow();
    assertThat(yes).isEqualTo(new Accepted(ID, SIX.plus(HOUR)));
    assertThat(NOW.after(yes, SIX)).isEqualTo(RUNNING);
    no(() -> NOW.decide(ACCEPT, ALEX, SIX), Code.NOT_YOURS);
    assertThat(RUNNING.decide(ACCEPT, SAM, SIX)).as("said once more").isEmpty();
  }

  @Test
  void withATimeItWaitsForIt() {
    var yes = LATER.decide(ACCEPT, SAM, SIX).orElseThrow();
    assertThat(yes).isEqualTo(new Accepted(ID, null));
    assertThat(LATER.after(yes, SIX)).isEqualTo(AGREED);
    assertThat(AGREED.decide(ACCEPT, SAM, SIX)).as("said once more").isEmpty();
    assertThat(AGREED.timeIsUp(SlotTimers.BEGUN, EIGHT)).contains(new Begun(ID, EIGHT.plus(HOUR)));
  }

  @Test
  void aYesThatComesTooLateBeginsNothing() {
    no(() -> LATER.decide(ACCEPT, SAM, EIGHT), Code.CONFLICT);
    no(() -> NOW.decide(ACCEPT, SAM, SIX.plus(Slot.FADES)), Code.CONFLICT);
    no(() -> OVER.decide(ACCEPT, SAM, SIX), Code.CONFLICT);
  }

  @Test
  void notNowIsAKindNo() {
    var event = NOW.decide(NOT_NOW, SAM, SIX).orElseThrow();
    assertThat(event).isEqualTo(new SaidNotNow(ID));
    var over = NOW.after(event, SIX);
    assertThat(over).isEqualTo(new Over(NOW.card(), SIX));
    assertThat(over.decide(NOT_NOW, SAM, SIX)).as("said once more").isEmpty();
    no(() -> NOW.decide(NOT_NOW, ALEX, SIX), Code.NOT_YOURS);
    no(() -> AGREED.decide(NOT_NOW, SAM, SIX), Code.CONFLICT);
    no(() -> OVER.decide(NOT_NOW, SAM, SIX), Code.CONFLICT);
  }

  @Test
  void whoProposedItTakesItBackBeforeAnAnswer() {
    assertThat(NOW.decide(WITHDRAW, ALEX, SIX)).contains(new Withdrawn(ID));
    assertThat(OVER.decide(WITHDRAW, ALEX, SIX)).isEmpty();
    no(() -> NOW.decide(WITHDRAW, SAM, SIX), Code.NOT_YOURS);
    no(() -> RUNNING.decide(WITHDRAW, ALEX, SIX), Code.CONFLICT);
  }

  // --- the end ----------------------------------------------------------------------------------

  @Test
  void eitherEndsItAlone() {
    for (var by : List.of(ALEX, SAM)) {
      assertThat(RUNNING.decide(END, by, SIX)).contains(new Ended(ID));
      assertThat(AGREED.decide(END, by, SIX)).contains(new Ended(ID));
      assertThat(OVER.decide(END, by, SIX)).isEmpty();
      no(() -> NOW.decide(END, by, SIX), Code.CONFLICT);
    }
    assertThat(RUNNING.after(new Ended(ID), SIX)).isEqualTo(OVER);
  }

  @Test
  void itComesToAnEndByItself() {
    assertThat(NOW.timeIsUp(SlotTimers.FADED, SIX)).contains(new Faded(ID));
    assertThat(RUNNING.timeIsUp(SlotTimers.ENDED, SIX)).contains(new Ended(ID));
    for (var kind : SlotTimers.KINDS) assertThat(OVER.timeIsUp(kind, SIX)).isEmpty();
    assertThat(RUNNING.timeIsUp(SlotTimers.BEGUN, SIX)).as("of another state").isEmpty();
  }

  @Test
  void aServerThatComesLateKeepsTheEnd() {
    var end = EIGHT.plus(HOUR);
    assertThat(AGREED.timeIsUp(SlotTimers.BEGUN, end.minus(MILLI))).contains(new Begun(ID, end));
    assertThat(AGREED.timeIsUp(SlotTimers.BEGUN, end)).contains(new Ended(ID));
  }

  @Test
  void bothAreToldSoonWhereTheYesCameWellAhead() {
    assertThat(AGREED.toldSoon()).isTrue();
    assertThat(AGREED.timeIsUp(SlotTimers.SOON, EIGHT)).contains(new Soon(ID, EIGHT));
    var ahead = EIGHT.minus(Slot.SOON_IF_AHEAD);
    assertThat(new Agreed(LATER.card(), ahead).toldSoon()).isTrue();
    assertThat(new Agreed(LATER.card(), ahead.plus(MILLI)).toldSoon()).isFalse();
  }

  private static void no(ThrowingCallable call, Code code) {
    assertThatThrownBy(call)
        .isInstanceOf(Refusal.class)
        .satisfies(no -> {
          assertThat(((Refusal) no).code()).isEqualTo(code);
          assertThat(((Refusal) no).problem().detail()).endsWith(".");
        });
  }
}
