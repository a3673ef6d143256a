package app.haven.plan;

import static app.haven.plan.Drawer.ALEX;
import static app.haven.plan.Drawer.COUPLE;
import static app.haven.plan.Drawer.OURS;
import static app.haven.plan.Drawer.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final Instant EIGHT = SIX.plus(Duration.ofHours(2));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(1, 9);

  private final Drawer drawer = new Drawer();

  @Test
  void whoMakesAPlanMaySeeToItAndNobodyHandsItToTheOther() {
    make(true);
    assertThat(leader()).isEqualTo(ALEX);
    refused(Code.CONFLICT, () -> say(SAM, new PlanCommand.Lead(ID, true)));
    refused(Code.NOT_YOURS, () -> say(SAM, new PlanCommand.Lead(ID, false)));
    say(ALEX, new PlanCommand.Lead(ID, false));
    assertThat(say(SAM, new PlanCommand.Lead(ID, true)))
        .contains(new PlanEvent.LeadChanged(ID, true));
    assertThat(leader()).isEqualTo(SAM);
    assertThat(say(SAM, new PlanCommand.Lead(ID, true))).isEmpty();
  }

  @Test
  void theOtherAnswersAndMayAnswerOtherwise() {
    make(null);
    refused(Code.NOT_YOURS, () -> say(ALEX, new PlanCommand.Answer(ID, Answer.GLADLY, null)));
    for (var answer : Answer.values()) {
      assertThat(say(SAM, new PlanCommand.Answer(ID, answer, null))).isPresent();
      assertThat(say(SAM, new PlanCommand.Answer(ID, answer, null))).isEmpty();
      assertThat(say(SAM, new PlanCommand.Answer(ID, answer, "With words."))).isPresent();
    }
  }

  @Test
  void eitherLetsItGoAndThenItNeedsNothingMore() {
    make(null);
    assertThat(say(SAM, new PlanCommand.LetGo(ID))).contains(new PlanEvent.LetGo(ID));
    assertThat(say(ALEX, new PlanCommand.LetGo(ID))).isEmpty();
    refused(Code.CONFLICT, () -> say(SAM, new PlanCommand.Answer(ID, Answer.GLADLY, null)));
    refused(Code.CONFLICT, () -> say(ALEX, new PlanCommand.Lead(ID, true)));
  }

  @Test
  void tenInAnHourAndTwentyFiveOfOnesOwnAtATimeAreEnough() {
    var nine = Collections.nCopies(9, SIX);
    assertThatCode(() -> Plan.mayBeMade(new Plan.Before(nine, List.of(), 24), SIX))
        .doesNotThrowAnyException();
    var ten = new Plan.Before(Collections.nCopies(10, SIX), List.of(), 0);
    refused(Code.RATE, () -> Plan.mayBeMade(ten, SEVEN.minus(MILLI)));
    assertThatCode(() -> Plan.mayBeMade(ten, SEVEN)).doesNotThrowAnyException();
    refused(Code.CONFLICT, () -> Plan.mayBeMade(new Plan.Before(List.of(), List.of(), 25), SIX));
  }

  @Test
  void whatOpensByItselfAroundThatTimeCountsAmongTheTen() {
    var soon = SIX.plus(MILLI);
    var opening = new Plan.Before(List.of(SIX), Collections.nCopies(9, soon), 9);
    refused(Code.RATE, () -> Plan.mayBeMade(opening, SIX));
    assertThatCode(() -> Plan.mayBeMade(opening, SEVEN.plus(MILLI))).doesNotThrowAnyException();
    for (int i = 0; i < 10; i++) drawer.say(ALEX, wish(new UUID(8, i), SEVEN), SIX, true);
    refused(Code.RATE, () -> drawer.say(ALEX, made(new UUID(9, 1)), SEVEN.minus(MILLI), true));
    assertThat(drawer.say(SAM, made(new UUID(9, 2)), SEVEN.minus(MILLI), true)).isPresent();
  }

  @Test
  void whoFilledTheirPlacesLeavesTheOthersFree() {
    for (int i = 0; i < Surprise.MOST; i++) {
      var at = SIX.plus(Duration.ofDays(1).plusHours(i));
      drawer.say(ALEX, wish(new UUID(8, i), at), SIX, true);
    }
    refused(Code.CONFLICT, () -> drawer.say(ALEX, wish(new UUID(8, 99), null), SIX, true));
    for (int i = 0; i < 5; i++) drawer.say(ALEX, made(new UUID(9, i)), SIX, true);
    refused(Code.CONFLICT, () -> drawer.say(ALEX, made(new UUID(9, 9)), SIX, true));
    assertThat(drawer.say(SAM, made(new UUID(9, 9)), SIX, true)).isPresent();
  }

  /// Whoever found out an id could otherwise have the other's surprise opened.
  @Test
  void nobodysSurpriseOpensAtTheTimeOfTheOthers() {
    drawer.say(ALEX, wish(EIGHT), SIX, true);
    drawer.say(SAM, wish(SEVEN), SIX, true);
    drawer.fire(new Timer(OURS, "plan.made", ID, SEVEN), SEVEN, true);
    assertThat(drawer.log.getLast().by()).isEqualTo(SAM);
    assertThat(drawer.waiting).hasSize(1);
  }

  @Test
  void aTimeIsAheadAndWithinAYear() {
    refused(Code.TOO_SOON, () -> Plan.ahead(SIX, SIX));
    refused(Code.TOO_LONG, () -> Plan.ahead(SIX.plus(Plan.WITHIN).plus(MILLI), SIX));
    assertThatCode(() -> Plan.ahead(null, SIX)).doesNotThrowAnyException();
  }

  @Test
  void aSurpriseIsItsAuthorsAloneUntilItOpens() {
    hide(SEVEN);
    assertThat(drawer.log).allMatch(logged -> logged.stream().equals(ALEX.mine()));
    assertThat(drawer.due.values()).containsExactly(new Timer(OURS, "plan.made", ID, SEVEN));
    refused(Code.NOT_FOUND, () -> say(SAM, new PlanCommand.Reveal(ID)));
    refused(Code.NOT_FOUND, () -> say(SAM, new PlanCommand.Discard(ID)));
    refused(Code.NOT_FOUND, () -> say(SAM, new PlanCommand.LetGo(ID)));
    refused(Code.NOT_FOUND, () -> say(SAM, new PlanCommand.Answer(ID, Answer.GLADLY, null)));
  }

  @Test
  void itOpensInItsAuthorsNameAndTheAuthorIsTold() {
    hide(SEVEN);
    drawer.fire(new Timer(OURS, "plan.made", ID, SEVEN), SEVEN, true);
    opened(SEVEN);
  }

  @Test
  void itsAuthorOpensItByHandAndItsTimeFindsNothing() {
    hide(SEVEN);
    say(ALEX, new PlanCommand.Reveal(ID));
    opened(SIX);
    refused(Code.NOT_FOUND, () -> say(ALEX, new PlanCommand.Reveal(ID)));
    refused(Code.NOT_FOUND, () -> say(ALEX, new PlanCommand.Discard(ID)));
  }

  private void opened(Instant at) {
    var made = drawer.log.getLast();
    assertThat(made.stream()).isEqualTo(OURS);
    assertThat(made.by()).isEqualTo(ALEX);
    assertThat(made.event())
        .isEqualTo(new PlanEvent.Made(ID, "A table by the window.", EIGHT, true, true, null));
    var tells = new Timer(ALEX.mine(), "plan.passedOn", ID, at);
    assertThat(drawer.due.values()).containsExactly(tells);
    assertThat(drawer.waiting).isEmpty();
    assertThat(drawer.fire(tells, at, true)).contains(new PlanEvent.PassedOn(ID));
  }

  @Test
  void whatWasThrownAwayOpensForNobody() {
    hide(SEVEN);
    say(ALEX, new PlanCommand.Discard(ID));
    assertThat(drawer.fire(new Timer(OURS, "plan.made", ID, SEVEN), SEVEN, true)).isEmpty();
    assertThat(drawer.plans).isEmpty();
  }

  @Test
  void aSurpriseForAnotherSpaceIsNotKept() {
    var other = new PlanCommand.Hide(ID, new UUID(4, 4), "Hello.", null, null, null);
    refused(Code.NOT_PAIRED, () -> say(ALEX, other));
  }

  @Test
  void itOpensNoLaterThanItIs() {
    refused(Code.INVALID, () -> hide(EIGHT.plus(MILLI)));
    refused(Code.TOO_SOON, () -> hide(SIX));
    hide(EIGHT);
  }

  @Test
  void twentyMayWaitAndTenOpenAroundOneTime() {
    var none = new Plan.Before(List.of(), List.of(), 20);
    refused(Code.CONFLICT, () -> Surprise.mayBeHidden(wish(SEVEN), none, 20, SIX));
    var now = SIX.plus(MILLI);
    var ten = new Plan.Before(Collections.nCopies(5, now), Collections.nCopies(5, SEVEN), 10);
    refused(Code.CONFLICT, () -> Surprise.mayBeHidden(wish(SEVEN), ten, 5, now));
    assertThatCode(() -> Surprise.mayBeHidden(wish(null), ten, 5, now)).doesNotThrowAnyException();
    var full = new Plan.Before(List.of(), List.of(), Plan.MOST_STANDING);
    refused(Code.CONFLICT, () -> Surprise.mayBeHidden(wish(null), full, 0, now));
  }

  @Test
  void anIdNamesOnePlan() {
    hide(null);
    refused(Code.CONFLICT, () -> hide(null));
    refused(Code.CONFLICT, () -> make(null));
    say(ALEX, new PlanCommand.Reveal(ID));
    refused(Code.CONFLICT, () -> hide(null));
  }

  @Test
  void anIdeaMayBeOneOfTwentyInAnHourAndFiftyOfOnesOwnInTheBox() {
    assertThatCode(() -> Idea.mayBeAdded(Collections.nCopies(19, SIX), 49, SIX))
        .doesNotThrowAnyException();
    refused(Code.RATE, () -> Idea.mayBeAdded(Collections.nCopies(20, SIX), 0, SIX));
    assertThatCode(() -> Idea.mayBeAdded(Collections.nCopies(20, SIX), 0, SEVEN))
        .doesNotThrowAnyException();
    refused(Code.CONFLICT, () -> Idea.mayBeAdded(List.of(), 50, SIX));
  }

  @Test
  void onlyWhatIsOpenIsForBoth() {
    assertThat(new PlanEvent.Hidden(ID, ID, "x", null, null, null).fact().target())
        .isEqualTo(Target.MINE);
    assertThat(new PlanEvent.Discarded(ID).fact().target()).isEqualTo(Target.MINE);
    assertThat(new PlanEvent.PassedOn(ID).fact().target()).isEqualTo(Target.MINE);
    assertThat(new PlanEvent.LetGo(ID).fact().target()).isEqualTo(Target.OURS);
  }

  private @Nullable PersonId leader() {
    return Objects.requireNonNull(drawer.plans.get(ID)).state().standing().leader();
  }

  private void make(@Nullable Boolean lead) {
    say(ALEX, new PlanCommand.Make(ID, "A walk.", EIGHT, lead, null));
  }

  private static PlanCommand.Make made(UUID id) {
    return new PlanCommand.Make(id, "A walk.", null, null, null);
  }

  private static PlanCommand.Hide wish(@Nullable Instant revealAt) {
    return new PlanCommand.Hide(
        ID, COUPLE.value(), "A table by the window.", EIGHT, true, revealAt);
  }

  private static PlanCommand.Hide wish(UUID id, @Nullable Instant revealAt) {
    return new PlanCommand.Hide(id, COUPLE.value(), "A boat.", null, null, revealAt);
  }

  private void hide(@Nullable Instant revealAt) {
    say(ALEX, wish(revealAt));
  }

  private Optional<PlanEvent> say(PersonId by, PlanCommand command) {
    return drawer.say(by, command, SIX, true);
  }

  private static void refused(Code code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.code()).isEqualTo(code);
              assertThat(no.problem().detail()).endsWith(".");
            });
  }
}
