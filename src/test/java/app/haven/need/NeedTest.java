package app.haven.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedTest {
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final UUID ID = new UUID(4, 4);
  private static final UUID REMINDER = new UUID(5, 5);
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static NeedCommand.Share wish(@Nullable String request) {
    return new NeedCommand.Share(ID, "To be near.", "Alone", null, request);
  }

  private static Need shared(@Nullable String request) {
    return again(Need.begun(ID, ALEX), request, NOW);
  }

  private static Need again(Need before, @Nullable String request, Instant now) {
    var event =
        Need.share(
            wish(request),
            ALEX,
            before.versions() == 0 ? Optional.empty() : Optional.of(before),
            List.of(),
            now);
    return before.after(event, ALEX, now);
  }

  private static Need said(Need need, PersonId by, NeedCommand.About command, Instant now) {
    return need.decide(command, by, List.of(), now).map(e -> need.after(e, by, now)).orElse(need);
  }

  private static NeedCommand.Answer says(Answer answer, @Nullable String words) {
    return new NeedCommand.Answer(ID, answer, words);
  }

  private static NeedCommand.Remind remind(UUID reminder) {
    return new NeedCommand.Remind(
        ID, reminder, "Words.", List.of(LocalTime.of(8, 0)), List.of(Weekday.MONDAY));
  }

  private static void refuses(Code code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerMayBecomeEveryOther(Answer first) {
    for (var second : Answer.values()) {
      var once = said(shared("Eat with me?"), SAM, says(first, "Words."), NOW);
      assertThat(said(once, SAM, says(second, "Others."), NOW).answer()).isEqualTo(second);
    }
  }

  @Test
  void anotherOfferNeedsWords() {
    refuses(Code.INVALID, () -> said(shared("Eat?"), SAM, says(Answer.OTHER, null), NOW));
  }

  @Test
  void theSameAnswerOnceMoreChangesNothing() {
    var yes = said(shared("Eat?"), SAM, says(Answer.YES, "Gladly."), NOW);
    assertThat(yes.decide(says(Answer.YES, null), SAM, List.of(), NOW)).isEmpty();
  }

  @Test
  void nobodyAnswersTheirOwnNorWhatAsksNothing() {
    refuses(Code.NOT_YOURS, () -> said(shared("Eat?"), ALEX, says(Answer.YES, null), NOW));
    refuses(Code.CONFLICT, () -> said(shared(null), SAM, says(Answer.YES, null), NOW));
  }

  @Test
  void fiveAnswersAreTheMostAndANoIsNeverOneTooMany() {
    var need = shared("Eat?");
    for (int i = 0; i < 5; i++) {
      need = said(need, SAM, says(i % 2 == 0 ? Answer.YES : Answer.NO, null), NOW);
    }
    var answered = need;
    refuses(Code.CONFLICT, () -> said(answered, SAM, says(Answer.YES, "Gladly."), NOW));
    assertThat(said(answered, SAM, says(Answer.NO, null), NOW).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void afterANoTheRequestRestsForADayAndTheNeedDoesNot() {
    var no = said(shared("Eat?"), SAM, says(Answer.NO, null), NOW);
    refuses(Code.TOO_SOON, () -> again(no, "Eat?", NOW.plus(DAY).minusMillis(1)));
    assertThat(again(no, null, NOW).shared()).isTrue();
    var asked = again(no, "Eat?", NOW.plus(DAY));
    assertThat(asked.answer()).as("the new version is not answered yet").isNull();
  }

  @Test
  void takingItBackIsNoWayAroundTheRest() {
    var no = said(shared("Eat?"), SAM, says(Answer.NO, null), NOW).takenBack();
    refuses(Code.TOO_SOON, () -> again(no, "Eat?", NOW.plusSeconds(60)));
    var bare = again(no, null, NOW.plusSeconds(60));
    refuses(Code.TOO_SOON, () -> again(bare, "Eat?", NOW.plusSeconds(120)));
  }

  @Test
  void aYesLiftsTheRest() {
    var no = said(shared("Eat?"), SAM, says(Answer.NO, null), NOW);
    var yes = said(no, SAM, says(Answer.YES, null), NOW);
    assertThat(again(yes, "Eat?", NOW.plusSeconds(60)).asks()).isTrue();
  }

  @Test
  void fiftyOfOnesOwnStandAtATime() {
    Sharing.room(Sharing.MOST_STANDING - 1);
    refuses(Code.CONFLICT, () -> Sharing.room(Sharing.MOST_STANDING));
  }

  @Test
  void tenInADayAndTwentyVersionsAreTheMost() {
    var full = Collections.nCopies(Sharing.MOST, NOW);
    refuses(
        Code.RATE,
        () -> Need.share(wish(null), ALEX, Optional.empty(), full, NOW.plus(DAY).minusMillis(1)));
    assertThat(Need.share(wish(null), ALEX, Optional.empty(), full, NOW.plus(DAY))).isNotNull();
    var need = shared(null);
    for (int i = 1; i < Sharing.MOST_VERSIONS; i++) need = again(need, null, NOW);
    var last = need;
    refuses(Code.CONFLICT, () -> again(last, null, NOW));
  }

  @Test
  void theOthersIdIsTaken() {
    refuses(
        Code.CONFLICT,
        () -> Need.share(wish(null), SAM, Optional.of(shared(null)), List.of(), NOW));
  }

  @Test
  void onlyItsOwnerTakesItBackAndThenNothingIsSaidAboutIt() {
    refuses(Code.NOT_YOURS, () -> shared(null).unshare(SAM));
    assertThat(shared(null).unshare(ALEX)).isTrue();
    var gone = shared("Eat?").takenBack();
    assertThat(gone.unshare(ALEX)).as("once more is fine").isFalse();
    refuses(Code.CONFLICT, () -> said(gone, SAM, says(Answer.YES, null), NOW));
    refuses(Code.CONFLICT, () -> said(gone, ALEX, remind(REMINDER), NOW));
    refuses(Code.CONFLICT, () -> said(gone, SAM, new NeedCommand.RemindAgree(ID, REMINDER), NOW));
  }

  @Test
  void nobodyIsRemindedWhoDidNotSayYesToTheseWords() {
    var proposed = said(shared(null), ALEX, remind(REMINDER), NOW);
    assertThat(proposed.reminder()).isInstanceOf(Reminder.Proposed.class);
    refuses(
        Code.CONFLICT,
        () -> said(proposed, SAM, new NeedCommand.RemindAgree(ID, new UUID(6, 6)), NOW));
    refuses(
        Code.NOT_YOURS, () -> said(proposed, ALEX, new NeedCommand.RemindAgree(ID, REMINDER), NOW));
    var agreed = said(proposed, SAM, new NeedCommand.RemindAgree(ID, REMINDER), NOW);
    assertThat(agreed.reminder()).isInstanceOf(Reminder.Agreed.class);
    var reworded = said(agreed, ALEX, remind(new UUID(6, 6)), NOW);
    assertThat(reworded.reminder())
        .as("other words, asked anew")
        .isInstanceOf(Reminder.Proposed.class);
  }

  @Test
  void onlyTheOwnerWordsAReminder() {
    refuses(Code.NOT_YOURS, () -> said(shared(null), SAM, remind(REMINDER), NOW));
  }

  @Test
  void aReminderNeedsATimeAndADay() {
    refuses(
        Code.INVALID,
        () ->
            said(
                shared(null),
                ALEX,
                new NeedCommand.Remind(ID, REMINDER, "W.", List.of(), List.of(Weekday.MONDAY)),
                NOW));
    refuses(
        Code.INVALID,
        () ->
            said(
                shared(null),
                ALEX,
                new NeedCommand.Remind(ID, REMINDER, "W.", List.of(LocalTime.NOON), List.of()),
                NOW));
  }

  @Test
  void eitherEndsAReminderAndAfterThePartnerItRests() {
    var agreed =
        said(
            said(shared(null), ALEX, remind(REMINDER), NOW),
            SAM,
            new NeedCommand.RemindAgree(ID, REMINDER),
            NOW);
    var stopped = said(agreed, SAM, new NeedCommand.RemindStop(ID), NOW);
    assertThat(stopped.reminder()).isInstanceOf(Reminder.None.class);
    assertThat(stopped.decide(new NeedCommand.RemindStop(ID), SAM, List.of(), NOW)).isEmpty();
    refuses(Code.TOO_SOON, () -> said(stopped, ALEX, remind(REMINDER), NOW.plusSeconds(60)));
    assertThat(said(stopped, ALEX, remind(REMINDER), NOW.plus(DAY)).reminder())
        .isInstanceOf(Reminder.Proposed.class);
    var own = said(agreed, ALEX, new NeedCommand.RemindStop(ID), NOW);
    assertThat(said(own, ALEX, remind(REMINDER), NOW).reminder())
        .isInstanceOf(Reminder.Proposed.class);
  }

  @Test
  void threeProposalsInADayAreTheMost() {
    var three = Collections.nCopies(Need.MOST_PROPOSALS, NOW);
    refuses(Code.RATE, () -> shared(null).decide(remind(REMINDER), ALEX, three, NOW));
    assertThat(shared(null).decide(remind(REMINDER), ALEX, three, NOW.plus(DAY))).isPresent();
  }
}
