package app.haven.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.activity.Activity.Before;
import app.haven.activity.Activity.Over;
import app.haven.activity.Activity.Running;
import app.haven.activity.Activity.Waiting;
import app.haven.activity.ActivityEvent.Answered;
import app.haven.activity.ActivityEvent.Ended;
import app.haven.activity.ActivityEvent.Faded;
import app.haven.activity.ActivityEvent.Offered;
import app.haven.activity.ActivityEvent.Passed;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Before NOTHING =
      new Before(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /// Five minutes of Alex, five of Sam, three of both.
  private static final ActivityCommand.Offer OFFER =
      new ActivityCommand.Offer(ID, Which.GOOD_MOMENTS);

  private static final Waiting WAITING =
      Activity.begun(new Offered(ID, Which.GOOD_MOMENTS), ALEX, SAM, SIX);
  private static final Over OVER = new Over(WAITING.card(), null);

  // --- offering ---------------------------------------------------------------------------------

  @Test
  void oneIsOfferedOrUnderWayAtATime() {
    assertThat(Activity.offer(OFFER, NOTHING, SIX)).isEqualTo(new Offered(ID, Which.GOOD_MOMENTS));
    no(() -> Activity.offer(OFFER, standing(WAITING), SIX), Code.CONFLICT);
    no(() -> Activity.offer(OFFER, standing(running(1)), SIX), Code.CONFLICT);
    var known = new Before(Optional.of(OVER), Optional.empty(), List.of(), Optional.empty());
    no(() -> Activity.offer(OFFER, known, SIX), Code.CONFLICT);
  }

  private static Before standing(Activity activity) {
    return new Before(Optional.empty(), Optional.of(activity), List.of(), Optional.empty());
  }

  @Test
  void aNoHasItsRest() {
    var before = new Before(Optional.empty(), Optional.empty(), List.of(), Optional.of(SIX));
    var rested = SIX.plus(Activity.REST);
    no(() -> Activity.offer(OFFER, before, rested.minus(MILLI)), Code.TOO_SOON);
    Activity.offer(OFFER, before, rested);
  }

  @Test
  void fiveOffersInADayAreTheMost() {
    var last = Collections.nCopies(Activity.MOST, SIX);
    var before = new Before(Optional.empty(), Optional.empty(), last, Optional.empty());
    var free = SIX.plus(Activity.WINDOW);
    no(() -> Activity.offer(OFFER, before, free.minus(MILLI)), Code.RATE);
    Activity.offer(OFFER, before, free);
  }

  // --- answering --------------------------------------------------------------------------------

  @Test
  void aYesBeginsTheFirstStep() {
    var until = SIX.plus(Duration.ofMinutes(5));
    assertThat(say(WAITING, SAM, Answer.YES))
        .contains(new Answered(ID, Answer.YES, 1, ALEX, until));
    assertThat(say(running(1), SAM, Answer.YES)).as("said once more").isEmpty();
    no(() -> say(running(1), SAM, Answer.NOT_NOW), Code.CONFLICT);
    no(() -> say(WAITING, ALEX, Answer.YES), Code.NOT_YOURS);
  }

  @Test
  void notNowIsAKindNo() {
    var event = say(WAITING, SAM, Answer.NOT_NOW).orElseThrow();
    assertThat(event).isEqualTo(new Answered(ID, Answer.NOT_NOW, null, null, null));
    var over = WAITING.after(event, SIX);
    assertThat(over).isEqualTo(new Over(WAITING.card(), SIX));
    assertThat(say(over, SAM, Answer.NOT_NOW)).as("said once more").isEmpty();
    no(() -> say(over, SAM, Answer.YES), Code.CONFLICT);
    no(() -> say(OVER, SAM, Answer.NOT_NOW), Code.CONFLICT);
  }

  private static Optional<ActivityEvent> say(Activity activity, PersonId by, Answer answer) {
    return activity.decide(new ActivityCommand.Answer(ID, answer), by, SIX);
  }

  // --- the turn ---------------------------------------------------------------------------------

  @Test
  void whoeverHasTheTurnPassesItOn() {
    var until = SIX.plus(Duration.ofMinutes(5));
    assertThat(pass(running(1), ALEX, 1, SIX)).contains(new Passed(ID, 2, SAM, until));
    no(() -> pass(running(1), SAM, 1, SIX), Code.NOT_YOURS);
    no(() -> pass(running(2), ALEX, 2, SIX), Code.NOT_YOURS);
    assertThat(pass(running(2), SAM, 2, SIX))
        .contains(new Passed(ID, 3, null, SIX.plus(Duration.ofMinutes(3))));
  }

  @Test
  void aStepOfBothIsPassedByEitherAndTheLastOneEndsIt() {
    assertThat(pass(running(3), ALEX, 3, SIX)).contains(new Ended(ID));
    assertThat(pass(running(3), SAM, 3, SIX)).contains(new Ended(ID));
  }

  @Test
  void afterItsTimeTheOtherMayTakeOverSoThatNobodyIsStuck() {
    var running = running(1);
    var free = running.until().plus(Activity.GRACE);
    no(() -> pass(running, SAM, 1, free.minus(MILLI)), Code.NOT_YOURS);
    assertThat(pass(running, SAM, 1, free)).isPresent();
  }

  @Test
  void aStepIsPassedOnce() {
    assertThat(pass(running(2), ALEX, 1, SIX)).as("passed already").isEmpty();
    no(() -> pass(running(1), ALEX, 2, SIX), Code.INVALID);
    no(() -> pass(running(1), ALEX, 0, SIX), Code.INVALID);
    no(() -> pass(WAITING, ALEX, 1, SIX), Code.CONFLICT);
    no(() -> pass(OVER, ALEX, 1, SIX), Code.CONFLICT);
  }

  private static Optional<ActivityEvent> pass(
      Activity activity, PersonId by, int step, Instant now) {
    return activity.decide(new ActivityCommand.Pass(ID, step), by, now);
  }

  // --- the end ----------------------------------------------------------------------------------

  @Test
  void eitherEndsWhatIsUnderWayAndWhoOfferedTakesItBack() {
    assertThat(end(running(1), SAM)).contains(new Ended(ID));
    assertThat(end(running(2), ALEX)).contains(new Ended(ID));
    assertThat(end(WAITING, ALEX)).contains(new Ended(ID));
    no(() -> end(WAITING, SAM), Code.NOT_YOURS);
    assertThat(end(OVER, SAM)).isEmpty();
    assertThat(running(1).after(new Ended(ID), SIX)).isEqualTo(OVER);
  }

  private static Optional<ActivityEvent> end(Activity activity, PersonId by) {
    return activity.decide(new ActivityCommand.End(ID), by, SIX);
  }

  @Test
  void whatIsForgottenGoesByItself() {
    assertThat(WAITING.timeIsUp()).contains(new Faded(ID));
    assertThat(running(2).timeIsUp()).contains(new Ended(ID));
    assertThat(OVER.timeIsUp()).isEmpty();
  }

  private static Running running(int step) {
    return new Running(WAITING.card(), step, SIX.plus(Duration.ofMinutes(5)));
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
