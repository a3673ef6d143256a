package app.haven.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final UUID ID = new UUID(4, 4);
  private static final ExpectationCommand.Open WISH = new ExpectationCommand.Open(ID, Topic.MONEY);
  private static final Expectation.Before NOTHING =
      new Expectation.Before(Optional.empty(), Optional.empty(), List.of());

  private final Expectation.Open open = Expectation.open(WISH, ALEX, NOTHING, NOW);
  private final Expectation.Revealed revealed = new Expectation.Revealed(open.card(), NOW);

  private static Refusal refused(Runnable doing) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, doing::run));
  }

  @Test
  void aTopicIsOpenOnceAtATime() {
    var sameTopic = new Expectation.Before(Optional.empty(), Optional.of(open), List.of());
    var refusal = refused(() -> Expectation.open(WISH, ALEX, sameTopic, NOW));
    assertThat(refusal.code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refusal.problem().stands()).isEqualTo(open.standing());
    assertThat(open.standing().state()).isEqualTo(State.OPEN);
  }

  @Test
  void anIdNamesOneExchange() {
    var sameId = new Expectation.Before(Optional.of(revealed), Optional.empty(), List.of());
    assertThat(refused(() -> Expectation.open(WISH, ALEX, sameId, NOW)).problem().stands())
        .isEqualTo(revealed.standing());
  }

  @Test
  void tenInADayAreEnough() {
    var last = Collections.nCopies(Expectation.MOST, NOW.minus(Duration.ofHours(23)));
    var many = new Expectation.Before(Optional.empty(), Optional.empty(), last);
    assertThat(refused(() -> Expectation.open(WISH, ALEX, many, NOW)).problem().after())
        .isEqualTo(Duration.ofHours(1).toMillis());
    assertThatCode(() -> Expectation.open(WISH, ALEX, many, NOW.plus(Duration.ofHours(1))))
        .doesNotThrowAnyException();
  }

  @Test
  void answersAreKeptUntilItIsRevealed() {
    assertThatCode(open::mustBeOpen).doesNotThrowAnyException();
    assertThat(refused(revealed::mustBeOpen).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(open::mustBeRevealed).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void oneLineIsEnoughAndOneIsNeeded() {
    assertThatCode(() -> Expectation.mustSay(true)).doesNotThrowAnyException();
    assertThat(refused(() -> Expectation.mustSay(false)).code()).isEqualTo(Refusal.Code.INVALID);
  }

  @Test
  void marksComeAfterTheRevealAndMayChange() {
    var talk = new ExpectationCommand.Mark(ID, Line.SECOND, Mark.TALK);
    assertThat(refused(() -> open.mark(talk, Optional.empty())).code())
        .isEqualTo(Refusal.Code.CONFLICT);
    assertThat(revealed.mark(talk, Optional.empty()))
        .contains(new ExpectationEvent.Marked(ID, Line.SECOND, Mark.TALK));
    assertThat(revealed.mark(talk, Optional.of(Mark.SAME))).isPresent();
    assertThat(revealed.mark(talk, Optional.of(Mark.TALK))).as("so already").isEmpty();
  }

  @Test
  void theRowGivesBackWhatTheRulesMade() {
    var ours = new CoupleId(new UUID(3, 3)).ours();
    var row = new ExpectationRow(ours, open, 7);
    assertThat(row.state()).isEqualTo(open);
    row.reveal(NOW, 9);
    assertThat(row.state()).isEqualTo(revealed);
    var sam = new PersonId(new UUID(2, 2));
    row.mark(sam, new ExpectationEvent.Marked(ID, Line.THIRD, Mark.DIFFER));
    assertThat(row.marked(sam)).containsExactly(Map.entry(Line.THIRD, Mark.DIFFER));
    assertThat(row.marked(ALEX)).isEmpty();
    row.erase(sam);
    assertThat(row.erased(sam)).isTrue();
    assertThat(row.erased(ALEX)).isFalse();
  }
}
