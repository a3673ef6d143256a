package app.haven.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Timer;
import app.haven.promise.Promise.Before;
import app.haven.promise.Promise.Card;
import app.haven.promise.Promise.Gone;
import app.haven.promise.Promise.Kept;
import app.haven.promise.Promise.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Alex promised something at six for seven; Sam hears of it.
class PromiseTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final Instant TOMORROW = SIX.plus(Duration.ofDays(1));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final Card CARD = new Card(ID, ALEX, SIX);
  private static final Open OPEN = new Open(CARD, SEVEN, 0);
  private static final Kept KEPT = new Kept(CARD, SEVEN, false);
  private static final Kept THANKED = new Kept(CARD, SEVEN, true);
  private static final Gone GONE = new Gone(CARD, SEVEN);
  private static final Before NOTHING = new Before(Optional.empty(), 0, List.of());

  // --- making -----------------------------------------------------------------------------------

  @Test
  void whatIsPromisedIsOpen() {
    var made = Promise.make(wish(SEVEN, null), NOTHING, SIX);
    assertThat(Promise.begun(made, ALEX, SIX)).isEqualTo(OPEN);
    assertThat(made.words()).isEqualTo("words");
  }

  @Test
  void itsTimeIsAheadAndWithinAYear() {
    refused(Code.TOO_SOON, () -> Promise.make(wish(SIX, null), NOTHING, SIX));
    Promise.make(wish(SIX.plus(MILLI), null), NOTHING, SIX);
    var last = SIX.plus(Promise.WITHIN);
    Promise.make(wish(last, null), NOTHING, SIX);
    refused(Code.TOO_LONG, () -> Promise.make(wish(last.plus(MILLI), null), NOTHING, SIX));
  }

  @Test
  void aDayAndTheMomentOfAskingBelongTogetherWhereverSomebodyIs() {
    var day = LocalDate.parse("2026-11-28");
    for (var evening : List.of("2026-11-28T20:00:00+14:00", "2026-11-28T20:00:00-12:00")) {
      Promise.make(wish(parsed(evening), day), NOTHING, SIX);
    }
    for (var other : List.of("2026-11-26T20:00:00Z", "2026-11-30T20:00:00Z")) {
      refused(Code.INVALID, () -> Promise.make(wish(parsed(other), day), NOTHING, SIX));
    }
  }

  private static Instant parsed(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }

  @Test
  void aFewAtATimeAndAFewInADay() {
    var full = new Before(Optional.empty(), Promise.MOST_OPEN, List.of());
    refused(Code.CONFLICT, () -> Promise.make(wish(SEVEN, null), full, SIX));
    var last = Collections.nCopies(Promise.MOST, SIX);
    var often = new Before(Optional.empty(), 0, last);
    refused(Code.RATE, () -> Promise.make(wish(TOMORROW, null), often, SEVEN));
    var next = SIX.plus(Promise.WINDOW);
    Promise.make(wish(next.plus(MILLI), null), often, next);
  }

  @Test
  void anIdNamesOnePromise() {
    var taken = new Before(Optional.of(GONE), 0, List.of());
    refused(Code.CONFLICT, () -> Promise.make(wish(SEVEN, null), taken, SIX));
  }

  // --- what its maker says ----------------------------------------------------------------------

  @Test
  void beforeTheTimeAChangeIsWithNoticeAndAfterwardsItIsANewTime() {
    for (var now : List.of(SIX, SEVEN.minus(MILLI))) {
      assertThat(OPEN.decide(change(TOMORROW), ALEX, now)).contains(changed(true));
    }
    for (var now : List.of(SEVEN, SEVEN.plus(Duration.ofHours(3)))) {
      assertThat(OPEN.decide(change(TOMORROW), ALEX, now)).contains(changed(false));
    }
    assertThat(OPEN.after(changed(true))).isEqualTo(new Open(CARD, TOMORROW, 1));
  }

  @Test
  void aChangeNamesATimeAheadAndThereIsAnEndToChanging() {
    refused(Code.TOO_SOON, () -> OPEN.decide(change(SIX), ALEX, SEVEN));
    var often = new Open(CARD, SEVEN, Promise.MOST_CHANGES);
    refused(Code.CONFLICT, () -> often.decide(change(TOMORROW), ALEX, SIX));
    assertThat(often.decide(keep(), ALEX, SIX)).isPresent();
  }

  @Test
  void itIsKeptOrLetGoWheneverItsMakerSaysSo() {
    for (var now : List.of(SIX, SEVEN, SEVEN.plus(Duration.ofDays(300)))) {
      assertThat(OPEN.decide(keep(), ALEX, now)).contains(new PromiseEvent.Kept(ID));
      assertThat(OPEN.decide(letGo(), ALEX, now)).contains(new PromiseEvent.LetGo(ID, "words"));
    }
    assertThat(OPEN.after(new PromiseEvent.Kept(ID))).isEqualTo(KEPT);
    assertThat(OPEN.after(new PromiseEvent.LetGo(ID, "words"))).isEqualTo(GONE);
  }

  @Test
  void toSayItOnceMoreChangesNothing() {
    assertThat(KEPT.decide(keep(), ALEX, SEVEN)).isEmpty();
    assertThat(GONE.decide(letGo(), ALEX, SEVEN)).isEmpty();
  }

  @Test
  void whatIsSettledStays() {
    refused(Code.CONFLICT, () -> KEPT.decide(letGo(), ALEX, SEVEN));
    refused(Code.CONFLICT, () -> GONE.decide(keep(), ALEX, SEVEN));
    for (var over : List.of(KEPT, GONE)) {
      refused(Code.CONFLICT, () -> over.decide(change(TOMORROW), ALEX, SEVEN));
    }
  }

  // --- what the partner can do ------------------------------------------------------------------

  static Stream<PromiseCommand> makers() {
    return Stream.of(change(TOMORROW), keep(), letGo());
  }

  @ParameterizedTest
  @MethodSource("makers")
  void thePartnerCanNeitherChangeNorEndIt(PromiseCommand command) {
    for (var promise : List.of(OPEN, KEPT, THANKED, GONE)) {
      refused(Code.NOT_YOURS, () -> promise.decide(command, SAM, SEVEN));
    }
  }

  @Test
  void thePartnerThanksOnceForWhatWasKept() {
    var thanked = new PromiseEvent.Thanked(ID, null);
    assertThat(KEPT.decide(thanks(), SAM, SEVEN)).contains(thanked);
    assertThat(KEPT.after(thanked)).isEqualTo(THANKED);
    assertThat(THANKED.decide(thanks(), SAM, SEVEN)).isEmpty();
    refused(Code.NOT_YOURS, () -> KEPT.decide(thanks(), ALEX, SEVEN));
    for (var other : List.of(OPEN, GONE)) {
      refused(Code.CONFLICT, () -> other.decide(thanks(), SAM, SEVEN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noStateSaysThatItWasNotKept(State state) {
    assertThat(state.wire()).doesNotContain("broke", "miss", "late", "not", "fail", "over");
    assertThat(state.wire()).isEqualTo(state.name().toLowerCase(Locale.ROOT));
  }

  // --- reminders --------------------------------------------------------------------------------

  @Test
  void itsMakerIsRemindedAnHourBeforeAndAtItsTime() {
    assertThat(timers(TOMORROW, null))
        .containsExactly(
            timer(PromiseTimers.SOON, TOMORROW.minus(Duration.ofHours(1))),
            timer(PromiseTimers.DUE, TOMORROW));
  }

  @Test
  void onADayItIsTheMorningAndTheEvening() {
    var evening = Instant.parse("2026-11-28T20:00:00Z");
    assertThat(timers(evening, LocalDate.parse("2026-11-28")))
        .containsExactly(
            timer(PromiseTimers.SOON, Instant.parse("2026-11-28T09:00:00Z")),
            timer(PromiseTimers.DUE, evening));
  }

  @Test
  void whatWasPromisedAMomentAgoNeedsNoReminderBefore() {
    assertThat(timers(SEVEN, null)).containsExactly(timer(PromiseTimers.DUE, SEVEN));
    var twoHours = SIX.plus(Duration.ofHours(2));
    assertThat(timers(twoHours, null)).hasSize(2);
    assertThat(timers(twoHours.minus(MILLI), null)).hasSize(1);
    var begun = new Open(CARD, SEVEN, 0);
    assertThat(PromiseTimers.setting(Decision.nothing(), begun, null, SIX).dropped())
        .as("one that stood for another time")
        .containsExactly(timer(PromiseTimers.SOON, SEVEN).key());
  }

  @Test
  void nothingIsEverSetOnWhatBothRead() {
    assertThat(PromiseTimers.all(ALEX, ID))
        .allMatch(key -> key.stream().equals(ALEX.mine()))
        .noneMatch(key -> key.stream().equals(new CoupleId(new UUID(3, 3)).ours()));
  }

  private static List<Timer> timers(Instant due, @Nullable LocalDate on) {
    return PromiseTimers.setting(Decision.nothing(), new Open(CARD, due, 0), on, SIX).set();
  }

  private static Timer timer(String kind, Instant at) {
    return new Timer(ALEX.mine(), kind, ID, at);
  }

  private static PromiseCommand.Make wish(Instant due, @Nullable LocalDate on) {
    return new PromiseCommand.Make(ID, "words", due, on, null);
  }

  private static PromiseCommand change(Instant due) {
    return new PromiseCommand.Change(ID, "other words", due, null);
  }

  private static PromiseEvent.Changed changed(boolean withNotice) {
    return new PromiseEvent.Changed(ID, "other words", TOMORROW, null, withNotice);
  }

  private static PromiseCommand keep() {
    return new PromiseCommand.Keep(ID);
  }

  private static PromiseCommand letGo() {
    return new PromiseCommand.LetGo(ID, "words");
  }

  private static PromiseCommand thanks() {
    return new PromiseCommand.Thank(ID, null);
  }

  private static void refused(Code code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
