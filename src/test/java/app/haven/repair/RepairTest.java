package app.haven.repair;

import static app.haven.repair.Mending.ALEX;
import static app.haven.repair.Mending.OURS;
import static app.haven.repair.Mending.SAM;
import static app.haven.repair.Mending.answer;
import static app.haven.repair.Mending.parts;
import static app.haven.repair.Mending.phrase;
import static app.haven.repair.Mending.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.haven.kernel.Link;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepairTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(7, 1);
  private static final UUID SECOND = new UUID(7, 2);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Mending space = new Mending();

  private Optional<RepairEvent> say(PersonId by, RepairCommand command, Instant now) {
    return space.say(by, command, now, true);
  }

  private Refusal no(PersonId by, RepairCommand command, Instant now) {
    return Objects.requireNonNull(
        catchThrowableOfType(Refusal.class, () -> say(by, command, now)), "nothing was refused");
  }

  private static List<String> fields(Refusal refusal) {
    var errors = Objects.requireNonNull(refusal.problem().errors());
    return errors.stream().map(Refusal.FieldError::field).toList();
  }

  private void alexIsSorry() {
    say(ALEX, phrase(ID, null, Phrase.SORRY), SIX);
  }

  // --- offering ---------------------------------------------------------------------------------

  @Test
  void theFirstAttemptGivesTheThreadItsName() {
    alexIsSorry();
    assertThat(say(ALEX, words(SECOND, ID, "I feel sad."), SIX))
        .contains(
            new RepairEvent.Offered(SECOND, ID, null, "I feel sad.", null, null, null, null, null));
  }

  @Test
  void anApologyNeedsItsThreeParts() {
    assertThat(fields(no(ALEX, parts(ID, "I was loud.", null, null), SIX)))
        .containsExactly("empathy", "restitution");
    assertThat(fields(no(ALEX, parts(ID, null, "You were hurt.", null), SIX)))
        .containsExactly("acknowledgement", "restitution");
    assertThat(say(ALEX, parts(ID, "I was loud.", "It hurt.", "A break."), SIX))
        .contains(
            new RepairEvent.Offered(
                ID, ID, null, null, "I was loud.", "It hurt.", "A break.", true, null));
  }

  @Test
  void oneFormAtATime() {
    var nothing = new RepairCommand.Offer(ID, null, null, null, null, null, null, true, null);
    assertThat(fields(no(ALEX, nothing, SIX))).containsExactly("words");
    var two =
        new RepairCommand.Offer(ID, null, Phrase.SORRY, "Sorry.", null, null, null, null, null);
    assertThat(fields(no(ALEX, two, SIX))).containsExactly("words");
    var three = new RepairCommand.Offer(ID, null, null, "Sorry.", "a", "b", "c", null, null);
    assertThat(fields(no(ALEX, three, SIX))).containsExactly("words");
  }

  @Test
  void aThreadIsOfOneGiver() {
    alexIsSorry();
    assertThat(no(SAM, phrase(SECOND, ID, Phrase.SORRY), SIX).code())
        .isEqualTo(Refusal.Code.NOT_YOURS);
    assertThat(no(ALEX, phrase(SECOND, new UUID(7, 9), Phrase.SORRY), SIX).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
    say(ALEX, phrase(SECOND, ID, Phrase.MY_PART), SIX);
    assertThat(no(ALEX, phrase(new UUID(7, 3), SECOND, Phrase.SORRY), SIX).code())
        .as("a later attempt names no thread")
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void whatItIsAboutHasToExist() {
    assertThat(no(ALEX, about(new Link("timeout", ID)), SIX).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(fields(no(ALEX, about(new Link("gratitude", ID)), SIX))).containsExactly("about");
    assertThat(say(ALEX, about(Mending.TIMEOUT), SIX)).isPresent();
  }

  private static RepairCommand.Offer about(Link link) {
    return new RepairCommand.Offer(ID, null, Phrase.SORRY, null, null, null, null, null, link);
  }

  @Test
  void anIdIsUsedOnce() {
    alexIsSorry();
    var refused = no(SAM, phrase(ID, null, Phrase.SORRY), SIX);
    assertThat(refused.code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused.problem().stands()).isInstanceOf(Repair.Standing.class);
  }

  @Test
  void tenInAnHourAreEnough() {
    for (int i = 0; i < 10; i++) say(ALEX, words(new UUID(8, i), null, "Sorry."), SIX);
    var refused = no(ALEX, phrase(ID, null, Phrase.SORRY), SIX.plusSeconds(60));
    assertThat(refused.code()).isEqualTo(Refusal.Code.RATE);
    assertThat(refused.problem().after()).isEqualTo(Duration.ofMinutes(59).toMillis());
    say(SAM, phrase(ID, null, Phrase.SORRY), SIX.plusSeconds(60));
    say(ALEX, phrase(SECOND, null, Phrase.SORRY), SIX.plus(Repair.WINDOW));
  }

  // --- answering --------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void onlyTheOtherOneAnswers(Answer given) {
    alexIsSorry();
    assertThat(no(ALEX, full(given), SIX).code()).isEqualTo(Refusal.Code.NOT_YOURS);
    assertThat(say(SAM, full(given), SIX)).isPresent();
  }

  private static RepairCommand.Answer full(Answer given) {
    return answer(ID, given, given == Answer.NEED_TIME ? SIX.plusSeconds(60) : null, "Some words.");
  }

  @Test
  void notYetSaysWhatWouldHelpAndANeedSaysWhich() {
    alexIsSorry();
    assertThat(fields(no(SAM, answer(ID, Answer.NOT_YET, null, null), SIX)))
        .containsExactly("words");
    assertThat(fields(no(SAM, answer(ID, Answer.NEED, null, null), SIX))).containsExactly("words");
    assertThat(say(SAM, answer(ID, Answer.ACCEPTED, null, null), SIX)).isPresent();
  }

  @Test
  void timeHasAnEndAndOnlyThatHasOne() {
    alexIsSorry();
    assertThat(fields(no(SAM, answer(ID, Answer.NEED_TIME, null, null), SIX)))
        .containsExactly("until");
    assertThat(fields(no(SAM, answer(ID, Answer.ACCEPTED, SIX.plusSeconds(9), null), SIX)))
        .containsExactly("until");
    assertThat(no(SAM, answer(ID, Answer.NEED_TIME, SIX, null), SIX).code())
        .isEqualTo(Refusal.Code.TOO_SOON);
    var far = SIX.plus(Repair.TIME_WITHIN).plusMillis(1);
    assertThat(no(SAM, answer(ID, Answer.NEED_TIME, far, null), SIX).code())
        .isEqualTo(Refusal.Code.TOO_LONG);
  }

  @Test
  void anAnswerMayBecomeAnother() {
    alexIsSorry();
    say(SAM, answer(ID, Answer.NOT_YET, null, "Some time."), SIX);
    assertThat(say(SAM, answer(ID, Answer.ACCEPTED, null, null), SIX)).isPresent();
    assertThat(say(SAM, answer(ID, Answer.ACCEPTED, null, null), SIX)).isEmpty();
    assertThat(say(SAM, answer(ID, Answer.ACCEPTED, null, "Thank you."), SIX)).isPresent();
  }

  @Test
  void whoeverAskedForTimeIsLeftThatTime() {
    alexIsSorry();
    var eight = SIX.plus(Duration.ofHours(2));
    say(SAM, answer(ID, Answer.NEED_TIME, eight, null), SIX);
    var more = words(SECOND, ID, "And another thing.");
    assertThat(no(ALEX, more, SIX).code()).isEqualTo(Refusal.Code.TOO_SOON);
    say(ALEX, new RepairCommand.Withdraw(ID), SIX);
    assertThat(no(ALEX, more, SIX).code())
        .as("taking back is no way round the rest")
        .isEqualTo(Refusal.Code.TOO_SOON);
    assertThat(say(ALEX, more, eight)).isPresent();
  }

  @Test
  void anotherAnswerEndsTheRest() {
    alexIsSorry();
    say(SAM, answer(ID, Answer.NEED_TIME, SIX.plus(WEEK), null), SIX);
    say(SAM, answer(ID, Answer.NOT_YET, null, "That you name it."), SIX);
    assertThat(say(ALEX, words(SECOND, ID, "I was loud."), SIX)).isPresent();
  }

  @Test
  void onlyTheGiverTakesBackAndThenItNeedsNoAnswer() {
    alexIsSorry();
    assertThat(no(SAM, new RepairCommand.Withdraw(ID), SIX).code())
        .isEqualTo(Refusal.Code.NOT_YOURS);
    say(ALEX, new RepairCommand.Withdraw(ID), SIX);
    assertThat(say(ALEX, new RepairCommand.Withdraw(ID), SIX)).isEmpty();
    assertThat(no(SAM, full(Answer.ACCEPTED), SIX).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  // --- reminders --------------------------------------------------------------------------------

  @Test
  void theEndOfTheTimeRemindsWhoAskedForItOnce() {
    alexIsSorry();
    var eight = SIX.plus(Duration.ofHours(2));
    say(SAM, answer(ID, Answer.NEED_TIME, eight, null), SIX);
    var timer = new Timer(SAM.mine(), "repair.due", ID, eight);
    assertThat(space.due.values()).containsExactly(timer);
    assertThat(space.fire(timer, eight, true)).contains(new RepairEvent.Due(ID));
    assertThat(space.fire(timer, eight, true)).isEmpty();
  }

  @Test
  void anotherAnswerOrTakingBackEndsTheReminder() {
    alexIsSorry();
    say(SAM, answer(ID, Answer.NEED_TIME, SIX.plus(WEEK), null), SIX);
    say(SAM, answer(ID, Answer.ACCEPTED, null, null), SIX);
    assertThat(space.due).isEmpty();
    say(SAM, answer(ID, Answer.NEED_TIME, SIX.plus(WEEK), null), SIX);
    say(ALEX, new RepairCommand.Withdraw(ID), SIX);
    assertThat(space.due).isEmpty();
  }

  @Test
  void aFollowUpRemindsTheGiverOnceForEachRound() {
    alexIsSorry();
    say(SAM, new RepairCommand.AskFollowUp(ID, 7), SIX);
    var first = new Timer(ALEX.mine(), "repair.followUpDue", ID, SIX.plus(WEEK));
    var second = new Timer(ALEX.mine(), "repair.followUpDue", ID, SIX.plus(WEEK).plus(WEEK));
    assertThat(space.due.values()).containsExactly(first);
    assertThat(space.fire(first, first.at(), true)).contains(new RepairEvent.FollowUpDue(ID));
    assertThat(space.fire(first, first.at(), true)).isEmpty();
    assertThat(space.due.values()).containsExactly(second);
    space.fire(second, SIX.plus(Duration.ofDays(30)), true);
    assertThat(space.due.values())
        .as("after an outage one reminder is enough, and the rounds stay")
        .containsExactly(new Timer(ALEX.mine(), second.kind(), ID, SIX.plus(Duration.ofDays(35))));
  }

  @Test
  void onlyTheReceiverAsksForAFollowUpAndEndsIt() {
    alexIsSorry();
    assertThat(no(ALEX, new RepairCommand.AskFollowUp(ID, 7), SIX).code())
        .isEqualTo(Refusal.Code.NOT_YOURS);
    say(SAM, new RepairCommand.AskFollowUp(ID, 7), SIX);
    assertThat(no(ALEX, new RepairCommand.EndFollowUp(ID), SIX).code())
        .isEqualTo(Refusal.Code.NOT_YOURS);
    say(ALEX, new RepairCommand.Withdraw(ID), SIX);
    assertThat(space.due).as("taking back is no way round it").hasSize(1);
    assertThat(say(SAM, new RepairCommand.EndFollowUp(ID), SIX)).isPresent();
    assertThat(say(SAM, new RepairCommand.EndFollowUp(ID), SIX)).isEmpty();
    assertThat(space.due).isEmpty();
  }

  @Test
  void aFollowUpIsOneToNinetyDaysAndOfAThread() {
    alexIsSorry();
    for (int days : new int[] {0, -1, 91}) {
      assertThat(fields(no(SAM, new RepairCommand.AskFollowUp(ID, days), SIX)))
          .containsExactly("days");
    }
    say(SAM, new RepairCommand.AskFollowUp(ID, 1), SIX);
    say(SAM, new RepairCommand.AskFollowUp(ID, 90), SIX);
    assertThat(space.due.values())
        .containsExactly(
            new Timer(ALEX.mine(), "repair.followUpDue", ID, SIX.plus(Duration.ofDays(90))));
    say(ALEX, phrase(SECOND, ID, Phrase.SORRY), SIX);
    assertThat(no(SAM, new RepairCommand.AskFollowUp(SECOND, 7), SIX).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void aTimerThatOutlivedTheSpaceRemindsNobody() {
    alexIsSorry();
    say(SAM, new RepairCommand.AskFollowUp(ID, 7), SIX);
    var timer = space.due.values().iterator().next();
    space.paired = false;
    assertThat(space.fire(timer, timer.at(), true)).isEmpty();
    assertThat(space.due).isEmpty();
  }

  @Test
  void aClosedSpaceDropsEveryReminder() {
    assertThat(RepairTimers.all(List.of(ID), List.of(SECOND), Mending.BOTH))
        .containsExactlyInAnyOrder(
            new Timer.Key(ALEX.mine(), "repair.due", ID),
            new Timer.Key(SAM.mine(), "repair.due", ID),
            new Timer.Key(ALEX.mine(), "repair.followUpDue", SECOND),
            new Timer.Key(SAM.mine(), "repair.followUpDue", SECOND));
  }

  // --- wishes -----------------------------------------------------------------------------------

  @Test
  void whatAPersonWishesIsTheirsAlone() {
    assertThat(say(SAM, new RepairCommand.Mute(true), SIX).map(RepairEvent::fact))
        .hasValueSatisfying(fact -> assertThat(fact.target()).isEqualTo(Target.MINE));
    assertThat(space.muted).containsExactly(SAM);
    say(SAM, new RepairCommand.ShareTimeline(OURS.value(), true), SIX);
    assertThat(space.sharing).containsExactly(SAM);
    say(SAM, new RepairCommand.ShareTimeline(OURS.value(), false), SIX);
    assertThat(space.sharing).isEmpty();
  }

  @Test
  void aYesToOnePartnerIsNoneToAnother() {
    assertThat(no(SAM, new RepairCommand.ShareTimeline(ID, true), SIX).code())
        .isEqualTo(Refusal.Code.NOT_PAIRED);
  }

  @Test
  void remindersAndWishesAreOnMineAndNothingElse() {
    assertThat(target(new RepairEvent.Due(ID))).isEqualTo(Target.MINE);
    assertThat(target(new RepairEvent.FollowUpDue(ID))).isEqualTo(Target.MINE);
    assertThat(target(new RepairEvent.FollowUpEnded(ID))).isEqualTo(Target.OURS);
  }

  private static Target target(RepairEvent event) {
    return event.fact().target();
  }
}
