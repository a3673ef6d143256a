package app.haven.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.bid.Bid.Before;
import app.haven.bid.Bid.Gone;
import app.haven.bid.Bid.Heard;
import app.haven.bid.Bid.Open;
import app.haven.bid.Bid.Quiet;
import app.haven.bid.Bid.Reach;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Alex reached out for a hug at six; Sam may answer.
class BidTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Reach REACH = new Reach(ID, ALEX, BidKind.HUG, SIX, null);
  private static final Open OPEN = new Open(REACH);
  private static final Quiet QUIET = new Quiet(REACH, SIX.plus(Bid.FADES));
  private static final Gone GONE = new Gone(REACH, SEVEN);
  private static final Before NOTHING = new Before(Optional.empty(), List.of(), Optional.empty());

  // --- reaching out -----------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyKindCanBeMade(BidKind kind) {
    var made = Bid.make(make(kind, SEVEN, null), NOTHING, SIX);
    assertThat(made).isEqualTo(new BidEvent.Made(ID, kind, "Hello.", SEVEN, null));
    assertThat(Bid.begun(made, ALEX, SIX))
        .isEqualTo(new Open(new Reach(ID, ALEX, kind, SIX, SEVEN)));
  }

  @Test
  void aPlanNeedsATime() {
    refused(Code.INVALID, () -> Bid.make(make(BidKind.PLAN, null, null), NOTHING, SIX));
  }

  @Test
  void aTimeIsAheadAndWithinAYear() {
    refused(Code.TOO_SOON, () -> Bid.make(make(BidKind.PLAN, SIX, null), NOTHING, SIX));
    assertThat(Bid.make(make(BidKind.PLAN, SIX.plus(MILLI), null), NOTHING, SIX)).isNotNull();
    var last = SIX.plus(Bid.PLAN_WITHIN);
    assertThat(Bid.make(make(BidKind.PLAN, last, null), NOTHING, SIX)).isNotNull();
    refused(
        Code.TOO_LONG, () -> Bid.make(make(BidKind.PLAN, last.plus(MILLI), null), NOTHING, SIX));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWantedGoesWithViewAndTalkOnly(BidKind kind) {
    Supplier<BidEvent.Made> attempt =
        () -> Bid.make(make(kind, SEVEN, Wanted.LISTENING), NOTHING, SIX);
    if (kind == BidKind.VIEW || kind == BidKind.TALK) {
      assertThat(attempt.get().wanted()).isEqualTo(Wanted.LISTENING);
    } else {
      refused(Code.INVALID, attempt);
    }
  }

  @Test
  void anIdNamesOneBid() {
    refused(
            Code.CONFLICT,
            () ->
                Bid.make(
                    make(BidKind.HUG, null, null),
                    new Before(Optional.of(OPEN), List.of(), Optional.empty()),
                    SIX))
        .satisfies(no -> assertThat(((Refusal) no).problem().stands()).isEqualTo(OPEN.standing()));
  }

  @Test
  void afterANoTheSameKindRestsForADay() {
    var no = new Before(Optional.empty(), List.of(), Optional.of(SIX));
    var wish = make(BidKind.HUG, null, null);
    refused(Code.TOO_SOON, () -> Bid.make(wish, no, SIX));
    refused(Code.TOO_SOON, () -> Bid.make(wish, no, SIX.plus(Bid.REST).minus(MILLI)));
    assertThat(Bid.make(wish, no, SIX.plus(Bid.REST))).isNotNull();
  }

  @Test
  void tenInAnHourAreEnough() {
    var wish = make(BidKind.HUG, null, null);
    var nine = new Before(Optional.empty(), Collections.nCopies(9, SIX), Optional.empty());
    assertThat(Bid.make(wish, nine, SIX)).isNotNull();
    var ten = new Before(Optional.empty(), Collections.nCopies(10, SIX), Optional.empty());
    refused(Code.RATE, () -> Bid.make(wish, ten, SEVEN.minus(MILLI)))
        .satisfies(no -> assertThat(((Refusal) no).problem().after()).isEqualTo(1));
    assertThat(Bid.make(wish, ten, SEVEN)).isNotNull();
  }

  // --- answering --------------------------------------------------------------------------------

  /// Open, faded, and with each answer before.
  static Stream<Bid> answerable() {
    return Stream.concat(
        Stream.of(OPEN, QUIET), Stream.of(Answer.values()).map(answer -> heard(answer, null)));
  }

  @ParameterizedTest
  @MethodSource("answerable")
  void everyAnswerCanBeGivenAtAnyTime(Bid bid) {
    for (var answer : Answer.values()) {
      var said = new BidCommand.Answer(ID, answer, "Words.", null);
      var event = bid.decide(said, SAM, SEVEN).orElseThrow();
      assertThat(event).isEqualTo(new BidEvent.Answered(ID, answer, "Words.", null));
      assertThat(bid.after(event, SEVEN)).isEqualTo(new Heard(REACH, answer, SEVEN, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameTapOnceMoreSaysNothingNew(Answer answer) {
    assertThat(heard(answer, null).decide(answer(answer, null), SAM, SEVEN)).isEmpty();
  }

  @Test
  void anotherTimeIsAnotherAnswer() {
    var promised = heard(Answer.LATER, SEVEN.plusSeconds(1));
    assertThat(promised.decide(answer(Answer.LATER, SEVEN.plusSeconds(1)), SAM, SEVEN)).isEmpty();
    assertThat(promised.decide(answer(Answer.LATER, SEVEN.plusSeconds(2)), SAM, SEVEN)).isPresent();
    assertThat(promised.decide(answer(Answer.LATER, null), SAM, SEVEN)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
  void aTimeGoesWithLaterOnly(Answer answer) {
    refused(Code.INVALID, () -> OPEN.decide(answer(answer, SEVEN), SAM, SIX));
  }

  @Test
  void laterIsAheadAndWithinAWeek() {
    refused(Code.TOO_SOON, () -> OPEN.decide(answer(Answer.LATER, SEVEN), SAM, SEVEN));
    var last = SEVEN.plus(Bid.LATER_WITHIN);
    assertThat(OPEN.decide(answer(Answer.LATER, last), SAM, SEVEN)).isPresent();
    refused(Code.TOO_LONG, () -> OPEN.decide(answer(Answer.LATER, last.plus(MILLI)), SAM, SEVEN));
  }

  @ParameterizedTest
  @MethodSource("answerable")
  void nobodyAnswersForTheOther(Bid bid) {
    refused(Code.NOT_YOURS, () -> bid.decide(answer(Answer.TOWARD, null), ALEX, SEVEN));
  }

  @Test
  void whatWasTakenBackNeedsNoAnswer() {
    refused(Code.CONFLICT, () -> GONE.decide(answer(Answer.TOWARD, null), SAM, SEVEN))
        .satisfies(no -> assertThat(((Refusal) no).problem().stands()).isEqualTo(GONE.standing()));
  }

  // --- taking back and fading -------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("answerable")
  void theSenderMayTakeItBackAtAnyTime(Bid bid) {
    var event = bid.decide(new BidCommand.Withdraw(ID), ALEX, SEVEN).orElseThrow();
    assertThat(bid.after(event, SEVEN)).isEqualTo(GONE);
  }

  @Test
  void takingBackTwiceIsFine() {
    assertThat(GONE.decide(new BidCommand.Withdraw(ID), ALEX, SEVEN)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("answerable")
  void nobodyTakesBackTheOthersBid(Bid bid) {
    refused(Code.NOT_YOURS, () -> bid.decide(new BidCommand.Withdraw(ID), SAM, SEVEN));
  }

  @Test
  void onlyWhatHasNoAnswerFades() {
    assertThat(OPEN.dayIsOver()).contains(new BidEvent.Faded(ID));
    assertThat(OPEN.after(new BidEvent.Faded(ID), QUIET.at())).isEqualTo(QUIET);
    assertThat(QUIET.dayIsOver()).isEmpty();
    assertThat(GONE.dayIsOver()).isEmpty();
    for (var answer : Answer.values()) assertThat(heard(answer, null).dayIsOver()).isEmpty();
  }

  private static Heard heard(Answer answer, @Nullable Instant later) {
    return new Heard(REACH, answer, SEVEN, later);
  }

  private static BidCommand answer(Answer answer, @Nullable Instant at) {
    return new BidCommand.Answer(ID, answer, null, at);
  }

  private static BidCommand.Make make(BidKind kind, @Nullable Instant at, @Nullable Wanted wanted) {
    return new BidCommand.Make(ID, kind, "Hello.", at, wanted);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      Code code, Supplier<?> attempt) {
    return assertThatThrownBy(attempt::get)
        .isInstanceOf(Refusal.class)
        .satisfies(no -> {
          assertThat(((Refusal) no).code()).isEqualTo(code);
          assertThat(((Refusal) no).problem().detail()).endsWith(".");
        });
  }
}
