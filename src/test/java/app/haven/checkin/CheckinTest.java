package app.haven.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.checkin.Checkin.Day;
import app.haven.checkin.Checkin.Gone;
import app.haven.checkin.Checkin.Heard;
import app.haven.checkin.Checkin.Open;
import app.haven.checkin.CheckinCommand.Answer;
import app.haven.checkin.CheckinCommand.Tell;
import app.haven.checkin.CheckinCommand.Withdraw;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Alex tells at six how the day is; Sam may answer.
class CheckinTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Open OPEN = new Open(new Day(ID, ALEX, SIX));
  private static final Gone GONE = new Gone(OPEN.day(), SEVEN);
  private static final Tell TELL = new Tell(ID, "Tired.", Need.TIME, null);

  private static Answer answer(@Nullable Offer offer, @Nullable String words) {
    return new Answer(ID, offer, words);
  }

  private static void refused(Code code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void theSecondQuestionMayBeLeftOut() {
    var told = Checkin.tell(new Tell(ID, "Tired.", null, null), Optional.empty(), List.of(), SIX);
    assertThat(told).isEqualTo(new CheckinEvent.Told(ID, "Tired.", null, null));
    assertThat(Checkin.begun(told, ALEX, SIX)).isEqualTo(OPEN);
  }

  @Test
  void anIdIsUsedOnce() {
    refused(Code.CONFLICT, () -> Checkin.tell(TELL, Optional.of(OPEN), List.of(), SIX));
  }

  @Test
  void sixInADayAreEnoughAndTheNextIsFreeWhenTheDayIsOver() {
    var six = Collections.nCopies(Checkin.MOST, SIX);
    var five = six.subList(1, six.size());
    assertThat(Checkin.tell(TELL, Optional.empty(), five, SIX)).isNotNull();
    refused(Code.RATE, () -> Checkin.tell(TELL, Optional.empty(), six, SEVEN));
    assertThat(Checkin.tell(TELL, Optional.empty(), six, SIX.plus(Checkin.WINDOW))).isNotNull();
  }

  @Test
  void onlyTheOtherAnswersWithAnOfferOrWordsOrBoth() {
    refused(Code.NOT_YOURS, () -> OPEN.decide(answer(Offer.TIME, null), ALEX));
    refused(Code.INVALID, () -> OPEN.decide(answer(null, null), SAM));
    assertThat(OPEN.decide(answer(null, "I hear you."), SAM))
        .contains(new CheckinEvent.Answered(ID, null, "I hear you."));
  }

  @Test
  void anAnswerMayBecomeAnotherAndOneMoreTapOnTheSameSaysNothingNew() {
    var heard = OPEN.after(new CheckinEvent.Answered(ID, Offer.TIME, null), SEVEN);
    assertThat(heard).isEqualTo(new Heard(OPEN.day(), Offer.TIME, SEVEN));
    assertThat(heard.decide(answer(Offer.TIME, null), SAM)).isEmpty();
    assertThat(heard.decide(answer(Offer.TIME, "At eight?"), SAM)).isPresent();
    assertThat(heard.decide(answer(Offer.AFFECTION, null), SAM)).isPresent();
  }

  @Test
  void onlyItsTellerTakesItBackAndThenItNeedsNoAnswer() {
    refused(Code.NOT_YOURS, () -> OPEN.decide(new Withdraw(ID), SAM));
    assertThat(OPEN.decide(new Withdraw(ID), ALEX)).contains(new CheckinEvent.Withdrawn(ID));
    assertThat(OPEN.after(new CheckinEvent.Withdrawn(ID), SEVEN)).isEqualTo(GONE);
    assertThat(GONE.decide(new Withdraw(ID), ALEX)).isEmpty();
    refused(Code.CONFLICT, () -> GONE.decide(answer(Offer.TIME, null), SAM));
  }

  /// Leaving out a day, a question or an answer leaves nothing that could be shown (D14).
  @Test
  void nothingIsKnownOfWhatWasLeftOut() {
    assertThat(Arrays.stream(Checkin.Standing.class.getRecordComponents()))
        .extracting(RecordComponent::getName)
        .containsExactly("checkin", "teller", "toldAt", "answeredAt", "withdrawnAt");
    assertThat(CheckinEvent.class.getPermittedSubclasses()).hasSize(3);
  }
}
