package app.haven.worksheet;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorksheetTest {
  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final UUID ID = new UUID(4, 4);
  private static final Worksheet.Before NOTHING =
      new Worksheet.Before(Optional.empty(), List.of(), 0);

  private final Worksheet.Open open = Worksheet.open(ID, ALEX, NOTHING, NOW);
  private final Worksheet.Revealed revealed = new Worksheet.Revealed(open.card(), 2);
  private final Worksheet.Closed closed = new Worksheet.Closed(open.card(), 2);

  private static Refusal refused(Runnable doing) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, doing::run));
  }

  private static WorksheetCommand.Write write(int version) {
    return new WorksheetCommand.Write(ID, version, "Tea first.");
  }

  @Test
  void anIdNamesOneAndTenInADayAreEnough() {
    var sameId = new Worksheet.Before(Optional.of(closed), List.of(), 0);
    assertThat(refused(() -> Worksheet.open(ID, ALEX, sameId, NOW)).problem().stands())
        .isEqualTo(closed.standing());
    var last = Collections.nCopies(Worksheet.MOST, NOW.minus(Duration.ofHours(23)));
    var many = new Worksheet.Before(Optional.empty(), last, 0);
    assertThat(refused(() -> Worksheet.open(ID, ALEX, many, NOW)).code())
        .isEqualTo(Refusal.Code.RATE);
    assertThatCode(() -> Worksheet.open(ID, ALEX, many, NOW.plus(Duration.ofHours(1))))
        .doesNotThrowAnyException();
  }

  /// What one opens stands on the pages of both.
  @Test
  void twentyOfOnesOwnStandAtATime() {
    var full = new Worksheet.Before(Optional.empty(), List.of(), Worksheet.MOST_STANDING);
    assertThat(refused(() -> Worksheet.open(ID, ALEX, full, NOW)).code())
        .isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void ownViewsAreKeptWhileItIsOpen() {
    assertThatCode(open::mustBeOpen).doesNotThrowAnyException();
    assertThat(refused(revealed::mustBeOpen).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(closed::mustBeOpen).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void nobodyWritesOverWhatTheyHaveNotSeen() {
    assertThat(revealed.write(write(2), 1))
        .isEqualTo(new WorksheetEvent.Written(ID, 3, "Tea first."));
    for (int other : new int[] {0, 1, 3, -1}) {
      var refusal = refused(() -> revealed.write(write(other), 1));
      assertThat(refusal.code()).isEqualTo(Refusal.Code.CONFLICT);
      assertThat(refusal.problem().stands())
          .isEqualTo(new Worksheet.Standing(ID, ALEX, NOW, State.REVEALED, 2));
    }
  }

  @Test
  void theTwoWriteAfterTheRevealAndUntilItIsClosed() {
    assertThat(refused(() -> open.write(write(0), 0)).code()).isEqualTo(Refusal.Code.CONFLICT);
    assertThat(refused(() -> closed.write(write(2), 1)).code()).isEqualTo(Refusal.Code.CONFLICT);
  }

  @Test
  void whoeverWroteAllTheyMayLeavesTheOtherTheirShare() {
    var row = new WorksheetRow(new CoupleId(new UUID(3, 3)).ours(), open, 7);
    row.reveal(NOW, 9);
    for (int i = 0; i < Worksheet.MOST_VERSIONS; i++) row.write(ALEX, 10 + i);
    var wish = write(Worksheet.MOST_VERSIONS);
    assertThat(refused(() -> row.state().write(wish, row.wrote(ALEX))).code())
        .isEqualTo(Refusal.Code.CONFLICT);
    assertThatCode(() -> row.state().write(wish, row.wrote(SAM))).doesNotThrowAnyException();
  }

  @Test
  void beforeTheRevealOnlyWhoeverOpenedItClosesIt() {
    assertThat(refused(() -> open.close(SAM)).code()).isEqualTo(Refusal.Code.NOT_YOURS);
    assertThat(open.close(ALEX)).contains(new WorksheetEvent.Closed(ID));
    assertThat(revealed.close(SAM)).contains(new WorksheetEvent.Closed(ID));
    assertThat(closed.close(SAM)).isEmpty();
  }

  @Test
  void eachHasTheirOwnWordsToTakeBack() {
    var row = new WorksheetRow(new CoupleId(new UUID(3, 3)).ours(), open, 7);
    assertThat(row.wordsOf(ALEX)).containsExactly(7L);
    assertThat(row.wordsOf(SAM)).isEmpty();
    row.reveal(NOW, 9);
    row.write(SAM, 10);
    row.write(ALEX, 11);
    assertThat(row.state()).isEqualTo(revealed);
    assertThat(row.wordsOf(ALEX)).containsExactly(7L, 9L, 11L);
    assertThat(row.wordsOf(SAM)).containsExactly(9L, 10L);
    row.erase(ALEX, 12);
    assertThat(row.wordsOf(ALEX)).isEmpty();
    assertThat(row.wordsOf(SAM)).containsExactly(9L, 10L);
    row.write(ALEX, 13);
    assertThat(row.wordsOf(ALEX)).containsExactly(13L);
    row.close(NOW);
    assertThat(row.state()).isEqualTo(new Worksheet.Closed(open.card(), 3));
  }
}
