package app.haven.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = Agreeing.ALEX;
  private static final PersonId SAM = Agreeing.SAM;
  private static final UUID ID = new UUID(9, 9);

  private final Agreeing space = new Agreeing();
  private Instant now = NOW;

  private void say(PersonId by, AgreementCommand command) {
    now = now.plusSeconds(1);
    space.say(by, command, now, true);
  }

  private void proposeNeed(UUID id, @Nullable Instant review) {
    say(
        ALEX,
        new AgreementCommand.Propose(
            id, Kind.NEED, "why", "I", null, null, null, null, null, review, null));
  }

  private void proposeSpace() {
    say(
        ALEX,
        new AgreementCommand.Propose(
            ID,
            Kind.SPACE_PLAN,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(slot(ALEX, Weekday.MONDAY), slot(SAM, Weekday.FRIDAY)),
            null,
            null));
  }

  private static Slot slot(PersonId person, Weekday day) {
    return new Slot(person.value(), day, LocalTime.of(18, 30), 60, ZoneId.of("Europe/Berlin"));
  }

  private static AgreementCommand.Propose plan(@Nullable Integer minutes, @Nullable Integer most) {
    return new AgreementCommand.Propose(
        ID, Kind.TIMEOUT_PLAN, null, null, null, "Pause", minutes, most, null, null, null);
  }

  private AgreementCommand other(int version) {
    return new AgreementCommand.Amend(ID, version, "why", "I", null, null, null, null, null, null);
  }

  @Test
  void whoeverWroteAllTheyMayLeavesTheOtherTheirShare() {
    proposeNeed(ID, null);
    for (int version = 2; version <= Agreement.MOST_VERSIONS; version++) {
      now = now.plus(Duration.ofHours(1));
      say(ALEX, counter(version));
    }
    now = now.plus(Duration.ofHours(1));
    int next = Agreement.MOST_VERSIONS + 1;
    refused(Refusal.Code.CONFLICT, () -> say(ALEX, counter(next)));
    for (int version = next; version < next + Agreement.MOST_VERSIONS; version++) {
      now = now.plus(Duration.ofHours(1));
      say(SAM, counter(version));
    }
    refused(Refusal.Code.CONFLICT, () -> say(SAM, counter(next + Agreement.MOST_VERSIONS)));
  }

  private AgreementCommand.Counter counter(int version) {
    return new AgreementCommand.Counter(
        ID, version, "why", "I", null, null, null, null, null, null);
  }

  private void yes(PersonId by, int version) {
    say(by, new AgreementCommand.Consent(ID, version, null));
  }

  private Agreement it() {
    return Objects.requireNonNull(space.rows.get(ID)).state();
  }

  private State state() {
    return it().standing().state();
  }

  private static void refused(Refusal.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(Refusal.class))
        .extracting(Refusal::code)
        .isEqualTo(code);
  }

  @Test
  void theOthersYesPutsItInForceAndOnesOwnDoesNot() {
    proposeNeed(ID, null);
    refused(Refusal.Code.NOT_YOURS, () -> yes(ALEX, 1));
    assertThat(state()).isEqualTo(State.PROPOSED);
    yes(SAM, 1);
    assertThat(state()).isEqualTo(State.IN_FORCE);
  }

  @Test
  void aYesIsToTheVersionThatWasReadAndToNoOther() {
    proposeNeed(ID, null);
    say(ALEX, counter(2));
    refused(Refusal.Code.CONFLICT, () -> yes(SAM, 1));
    refused(
        Refusal.Code.CONFLICT, () -> say(SAM, new AgreementCommand.Consent(ID, 2, "not its hash")));
    var hash = it().waiting().orElseThrow().hash();
    say(SAM, new AgreementCommand.Consent(ID, 2, hash));
    assertThat(it().standing().holds()).isEqualTo(2);
  }

  @Test
  void afterACounterTheFirstAuthorSaysYes() {
    proposeNeed(ID, null);
    say(SAM, counter(2));
    refused(Refusal.Code.NOT_YOURS, () -> yes(SAM, 2));
    yes(ALEX, 2);
    assertThat(it().standing().holds()).isEqualTo(2);
  }

  @Test
  void theOldVersionHoldsUntilBothSaidYesToTheNewOne() {
    proposeNeed(ID, null);
    yes(SAM, 1);
    say(SAM, other(2));
    assertThat(it().standing().holds()).isEqualTo(1);
    say(ALEX, new AgreementCommand.Withdraw(ID, 2));
    assertThat(it().standing().holds()).isEqualTo(1);
    assertThat(it().waiting()).isEmpty();
    say(ALEX, other(3));
    yes(SAM, 3);
    assertThat(it().standing().holds()).isEqualTo(3);
  }

  @Test
  void eitherEndsItAloneAtOnceAlsoWhileAnotherVersionWaits() {
    for (var by : List.of(ALEX, SAM)) {
      space.rows.clear();
      proposeNeed(ID, null);
      yes(SAM, 1);
      say(SAM, other(2));
      say(by, new AgreementCommand.Withdraw(ID, null));
      assertThat(state()).isEqualTo(State.ENDED);
      refused(Refusal.Code.CONFLICT, () -> yes(ALEX, 2));
    }
  }

  @Test
  void aNoRests() {
    proposeNeed(ID, null);
    say(SAM, new AgreementCommand.Withdraw(ID, null));
    refused(Refusal.Code.TOO_SOON, () -> proposeNeed(new UUID(9, 1), null));
    say(
        SAM,
        new AgreementCommand.Propose(
            new UUID(9, 2), Kind.NEED, "why", "I", null, null, null, null, null, null, null));
    now = now.plus(Moment.RESTS);
    proposeNeed(new UUID(9, 1), null);
    assertThat(space.rows).hasSize(3);
  }

  @Test
  void onesOwnTakingBackIsNoNo() {
    proposeNeed(ID, null);
    say(ALEX, new AgreementCommand.Withdraw(ID, null));
    proposeNeed(new UUID(9, 1), null);
    assertThat(space.rows).hasSize(2);
  }

  @Test
  void noMoreThanFiveWaitAndNoMoreThanTwelveChangesInAnHour() {
    for (int i = 0; i < Agreement.MOST_WAITING; i++) proposeNeed(new UUID(9, i), null);
    refused(Refusal.Code.CONFLICT, () -> proposeNeed(ID, null));
    say(
        SAM,
        new AgreementCommand.Propose(
            ID, Kind.NEED, "why", "I", null, null, null, null, null, null, null));
    for (int version = 2; version < 9; version++) say(ALEX, counter(version));
    refused(Refusal.Code.RATE, () -> say(ALEX, counter(9)));
    say(SAM, counter(9));
    now = now.plus(Moment.CHANGES_WITHIN);
    say(ALEX, counter(10));
    assertThat(it().latest()).isEqualTo(10);
  }

  @Test
  void atItsReviewEitherKeepsItAndNotBefore() {
    var review = NOW.plus(Duration.ofDays(30));
    proposeNeed(ID, review);
    assertThat(space.due).isEmpty();
    yes(SAM, 1);
    assertThat(space.due.keySet())
        .containsExactlyInAnyOrderElementsOf(AgreementTimers.reviews(ID, List.of(ALEX, SAM)));
    refused(Refusal.Code.TOO_SOON, () -> say(SAM, new AgreementCommand.Keep(ID, null)));
    now = review;
    var next = review.plus(Duration.ofDays(60));
    say(SAM, new AgreementCommand.Keep(ID, next));
    assertThat(space.due.values()).allMatch(timer -> timer.at().equals(next));
    refused(Refusal.Code.TOO_SOON, () -> say(ALEX, new AgreementCommand.Keep(ID, null)));
    now = next;
    say(ALEX, new AgreementCommand.Keep(ID, null));
    assertThat(space.due).isEmpty();
    assertThat(state()).isEqualTo(State.IN_FORCE);
  }

  @Test
  void eachChangesTheirOwnTimesAloneAndNotTheOthers() {
    proposeSpace();
    refused(
        Refusal.Code.CONFLICT,
        () -> say(SAM, new AgreementCommand.MySlot(ID, List.of(slot(SAM, Weekday.SUNDAY)))));
    yes(SAM, 1);
    refused(
        Refusal.Code.NOT_YOURS,
        () -> say(SAM, new AgreementCommand.MySlot(ID, List.of(slot(ALEX, Weekday.SUNDAY)))));
    say(SAM, new AgreementCommand.MySlot(ID, List.of(slot(SAM, Weekday.SUNDAY))));
    assertThat(((Agreement.InForce) it()).slots())
        .containsExactly(slot(ALEX, Weekday.MONDAY), slot(SAM, Weekday.SUNDAY));
    say(SAM, new AgreementCommand.MySlot(ID, List.of()));
    assertThat(((Agreement.InForce) it()).slots()).containsExactly(slot(ALEX, Weekday.MONDAY));
  }

  @Test
  void whatDoesNotFitItsKindIsNamed() {
    refused(Refusal.Code.INVALID, () -> say(ALEX, plan(null, null)));
    refused(Refusal.Code.INVALID, () -> say(ALEX, plan(4, null)));
    refused(Refusal.Code.INVALID, () -> say(ALEX, plan(30, 20)));
    refused(Refusal.Code.INVALID, () -> say(ALEX, plan(30, 1441)));
    assertThat(space.rows).isEmpty();
    say(ALEX, plan(30, 60));
    assertThat(state()).isEqualTo(State.PROPOSED);
  }
}
