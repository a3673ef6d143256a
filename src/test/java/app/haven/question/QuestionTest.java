package app.haven.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.question.Question.Away;
import app.haven.question.Question.Before;
import app.haven.question.Question.Open;
import app.haven.question.Question.Revealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(7, 1);
  private static final UUID NEXT = new UUID(7, 2);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final List<PersonId> BOTH = List.of(ALEX, SAM);
  private static final Before NEW = new Before(false, List.of());
  private static final Open OPEN =
      Question.begun(ID, Depth.CLOSE, Asks.deck("close_07"), ALEX, SIX);
  private static final Revealed REVEALED = new Revealed(OPEN.card(), List.of(), List.of());
  private static final Away AWAY = new Away(OPEN.card());

  // --- drawing ----------------------------------------------------------------------------------

  @Test
  void theFirstIsForWhoeverComes() {
    Question.mayDraw(ALEX, NEW, Optional.empty(), Optional.empty(), SIX);
    Question.mayDraw(SAM, NEW, Optional.empty(), Optional.empty(), SIX);
    assertThat(OPEN.drawn()).isEqualTo(new QuestionEvent.Drawn(ID, Depth.CLOSE, "close_07", null));
  }

  @Test
  void oneIsOpenAtATime() {
    no(() -> Question.mayDraw(ALEX, NEW, Optional.of(OPEN), Optional.empty(), SIX), Code.CONFLICT);
    no(
        () ->
            Question.mayDraw(
                ALEX, new Before(true, List.of()), Optional.empty(), Optional.empty(), SIX),
        Code.CONFLICT);
  }

  @Test
  void theTurnIsKeptForADayAndThenFreeForBoth() {
    var turn = Optional.of(new Turn(SAM, SIX));
    Question.mayDraw(SAM, NEW, Optional.empty(), turn, SIX);
    var free = SIX.plus(Turn.KEPT);
    no(
        () -> Question.mayDraw(ALEX, NEW, Optional.empty(), turn, free.minus(MILLI)),
        Code.NOT_YOURS);
    Question.mayDraw(ALEX, NEW, Optional.empty(), turn, free);
    Question.mayDraw(SAM, NEW, Optional.empty(), turn, free);
  }

  @Test
  void theTurnGoesToWhoHadNotDrawn() {
    assertThat(OPEN.turn(BOTH, SIX)).isEqualTo(new Turn(SAM, SIX));
    assertThat(OPEN.turn(List.of(SAM, ALEX), SIX)).isEqualTo(new Turn(SAM, SIX));
    var sams = Question.begun(ID, Depth.DEEP, Asks.own(NEXT), SAM, SIX);
    assertThat(sams.turn(BOTH, SIX)).isEqualTo(new Turn(ALEX, SIX));
  }

  @Test
  void twentyInAnHourAreTheMost() {
    var before = new Before(false, Collections.nCopies(Question.MOST, SIX));
    var free = SIX.plus(Question.WINDOW);
    no(
        () -> Question.mayDraw(ALEX, before, Optional.empty(), Optional.empty(), free.minus(MILLI)),
        Code.RATE);
    Question.mayDraw(ALEX, before, Optional.empty(), Optional.empty(), free);
    no(() -> OPEN.skips(before, free.minus(MILLI)), Code.RATE);
    assertThat(OPEN.skips(null, SIX)).as("putting it away is free at any time").isTrue();
  }

  // --- letting go -------------------------------------------------------------------------------

  @Test
  void itIsLetGoWithOrWithoutAnother() {
    assertThat(OPEN.skips(NEW, SIX)).isTrue();
    assertThat(OPEN.skipped(null, SAM))
        .isEqualTo(new QuestionEvent.Skipped(ID, null, null, null, null, SAM));
    var next = Question.begun(NEXT, Depth.CLOSE, Asks.own(new UUID(8, 8)), ALEX, SIX);
    assertThat(OPEN.skipped(next, SAM))
        .isEqualTo(new QuestionEvent.Skipped(ID, NEXT, Depth.CLOSE, null, new UUID(8, 8), null));
  }

  @Test
  void whatIsGoneIsGoneAndWhatIsAnsweredStays() {
    assertThat(AWAY.skips(null, SIX)).isFalse();
    no(() -> AWAY.skips(NEW, SIX), Code.CONFLICT);
    no(() -> REVEALED.skips(null, SIX), Code.CONFLICT);
    no(AWAY::mustBeOpen, Code.CONFLICT);
    no(REVEALED::mustBeOpen, Code.CONFLICT);
    OPEN.mustBeOpen();
  }

  // --- afterwards -------------------------------------------------------------------------------

  @Test
  void threeThingsAreSaidAfterwardsAndNoneBefore() {
    var thank = new QuestionCommand.Thank(ID, "Thank you.");
    assertThat(REVEALED.thank(thank, SAM)).isEqualTo(new QuestionEvent.Thanked(ID, "Thank you."));
    var said = new Revealed(OPEN.card(), List.of(SAM, ALEX, SAM, SAM), List.of());
    no(() -> said.thank(thank, SAM), Code.CONFLICT);
    said.thank(thank, ALEX);
    no(() -> OPEN.thank(thank, SAM), Code.CONFLICT);
    no(() -> AWAY.thank(thank, SAM), Code.NOT_FOUND);
  }

  @Test
  void everybodyTakesBackTheirOwnWordsOnce() {
    assertThat(REVEALED.erases(ALEX)).isTrue();
    var erased = new Revealed(OPEN.card(), List.of(), List.of(ALEX));
    assertThat(erased.erases(ALEX)).isFalse();
    assertThat(erased.erases(SAM)).isTrue();
    no(() -> OPEN.erases(ALEX), Code.CONFLICT);
    no(() -> AWAY.erases(ALEX), Code.NOT_FOUND);
  }

  // --- own questions ----------------------------------------------------------------------------

  @Test
  void anOwnQuestionIsAddedWithinLimits() {
    var add = new QuestionCommand.Add(ID, Depth.LIGHT, "What shall we cook?");
    assertThat(Own.add(add, new Own.Before(false, 29, List.of()), SIX))
        .isEqualTo(new QuestionEvent.Added(ID, Depth.LIGHT, "What shall we cook?"));
    no(() -> Own.add(add, new Own.Before(true, 0, List.of()), SIX), Code.CONFLICT);
    no(() -> Own.add(add, new Own.Before(false, Own.MOST, List.of()), SIX), Code.CONFLICT);
    var last = Collections.nCopies(Own.MOST_AN_HOUR, SIX);
    no(() -> Own.add(add, new Own.Before(false, 10, last), SIX.plus(MILLI)), Code.RATE);
    Own.add(add, new Own.Before(false, 10, last), SIX.plus(Own.WINDOW));
  }

  @Test
  void itsAuthorAloneTakesItOut() {
    var own = new Own(ID, ALEX, Depth.LIGHT, false);
    assertThat(own.removes(ALEX)).isTrue();
    assertThat(new Own(ID, ALEX, Depth.LIGHT, true).removes(ALEX)).isFalse();
    no(() -> own.removes(SAM), Code.NOT_YOURS);
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
