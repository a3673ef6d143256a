package app.haven.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NoteTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final UUID ID = new UUID(1, 9);

  private final Letterbox box = new Letterbox();

  @Test
  void tenInAnHourAreEnough() {
    assertThatCode(() -> Note.mayBeSent(Collections.nCopies(9, SIX), SIX))
        .doesNotThrowAnyException();
    refused(Code.RATE, () -> Note.mayBeSent(Collections.nCopies(10, SIX), SEVEN.minus(MILLI)));
    assertThatCode(() -> Note.mayBeSent(Collections.nCopies(10, SIX), SEVEN))
        .doesNotThrowAnyException();
  }

  @Test
  void aTimeIsAheadAndWithinAYear() {
    refused(Code.TOO_SOON, () -> Note.mayBePlanned(SIX, List.of(), List.of(), SIX));
    var last = SIX.plus(Note.WITHIN);
    var far = Collections.nCopies(19, SEVEN);
    assertThatCode(() -> Note.mayBePlanned(last, far, List.of(), SIX)).doesNotThrowAnyException();
    refused(Code.TOO_LONG, () -> Note.mayBePlanned(last.plus(MILLI), List.of(), List.of(), SIX));
  }

  @Test
  void twentyMayWait() {
    var far = Collections.nCopies(20, SEVEN.plus(Note.WINDOW));
    refused(Code.CONFLICT, () -> Note.mayBePlanned(SEVEN, far, List.of(), SIX));
  }

  /// Planning is no way round the limit on sending.
  @Test
  void tenGoOutAroundOneTimeAndNoMore() {
    var five = Collections.nCopies(5, SEVEN);
    var sent = Collections.nCopies(5, SIX.plus(MILLI));
    refused(Code.CONFLICT, () -> Note.mayBePlanned(SEVEN, five, sent, SIX.plus(MILLI)));
    var later = SEVEN.plus(MILLI);
    assertThatCode(() -> Note.mayBePlanned(later, five, sent, SIX.plus(MILLI)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Note.mayBePlanned(SEVEN.plus(Note.WINDOW), five, sent, SIX.plus(MILLI)))
        .doesNotThrowAnyException();
  }

  @Test
  void aPlannedNoteIsItsAuthorsAloneUntilItGoesOut() {
    plan();
    assertThat(box.log).allMatch(logged -> logged.stream().equals(Letterbox.ALEX.mine()));
    assertThat(box.due.values()).containsExactly(new Timer(Letterbox.OURS, "note.sent", ID, SEVEN));
  }

  @Test
  void itGoesOutInItsAuthorsNameAndTheAuthorIsTold() {
    plan();
    box.fire(new Timer(Letterbox.OURS, "note.sent", ID, SEVEN), SEVEN, true);
    var sent = box.log.getLast();
    assertThat(sent.event()).isEqualTo(new NoteEvent.Sent(ID, "Good luck today."));
    assertThat(sent.by()).isEqualTo(Letterbox.ALEX);
    var tells = new Timer(Letterbox.ALEX.mine(), "note.passedOn", ID, SEVEN);
    assertThat(box.due.values()).containsExactly(tells);
    assertThat(box.fire(tells, SEVEN, true)).contains(new NoteEvent.PassedOn(ID));
  }

  @Test
  void whatWasCancelledGoesNowhere() {
    plan();
    box.say(Letterbox.ALEX, new NoteCommand.Cancel(ID), SIX, true);
    assertThat(box.fire(new Timer(Letterbox.OURS, "note.sent", ID, SEVEN), SEVEN, true)).isEmpty();
    assertThat(box.sent).isEmpty();
  }

  @Test
  void nobodyElseCancels() {
    plan();
    refused(Code.NOT_FOUND, () -> box.say(Letterbox.SAM, new NoteCommand.Cancel(ID), SIX, true));
  }

  @Test
  void aNoteForAnotherSpaceIsNotKept() {
    var other = new NoteCommand.Plan(ID, new UUID(4, 4), "Hello.", SEVEN);
    refused(Code.NOT_PAIRED, () -> box.say(Letterbox.ALEX, other, SIX, true));
  }

  @Test
  void anIdNamesOneNote() {
    plan();
    refused(
        Code.CONFLICT, () -> box.say(Letterbox.ALEX, new NoteCommand.Send(ID, "Now."), SIX, true));
    refused(Code.CONFLICT, this::plan);
  }

  @Test
  void onlyWhatIsSentIsForBoth() {
    assertThat(new NoteEvent.Sent(ID, "x").fact().target()).isEqualTo(Target.OURS);
    assertThat(new NoteEvent.Cancelled(ID).fact().target()).isEqualTo(Target.MINE);
    assertThat(new NoteEvent.PassedOn(ID).fact().target()).isEqualTo(Target.MINE);
  }

  private void plan() {
    var plan = new NoteCommand.Plan(ID, Letterbox.COUPLE.value(), "Good luck today.", SEVEN);
    box.say(Letterbox.ALEX, plan, SIX, true);
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
