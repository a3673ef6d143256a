package app.haven.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final UUID ID = new UUID(4, 4);
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final BoundaryCommand.Share WISH =
      new BoundaryCommand.Share(ID, "My sleep.", "I will go to bed at eleven.");
  private static final BoundaryCommand.About HEARD = new BoundaryCommand.Acknowledge(ID);
  private static final BoundaryCommand.About QUESTION = new BoundaryCommand.Ask(ID, "When?");

  private static Boundary shared(Boundary before) {
    var same = before.versions() == 0 ? Optional.<Boundary>empty() : Optional.of(before);
    return before.after(Boundary.share(WISH, ALEX, same, List.of(), NOW));
  }

  private static Boundary shared() {
    return shared(Boundary.begun(ID, ALEX));
  }

  private static Boundary said(Boundary boundary, BoundaryCommand.About command) {
    return boundary.decide(command, SAM).map(boundary::after).orElse(boundary);
  }

  private static void refuses(Code code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void thePartnerHearsItOnceAndAsksOnce() {
    var heard = said(shared(), HEARD);
    assertThat(heard.acknowledged()).isTrue();
    assertThat(heard.decide(HEARD, SAM)).isEmpty();
    var asked = said(heard, QUESTION);
    assertThat(asked.asked()).isTrue();
    refuses(Code.CONFLICT, () -> said(asked, QUESTION));
  }

  @Test
  void aNewVersionIsHeardAndAskedAboutAnew() {
    var again = shared(said(said(shared(), HEARD), QUESTION));
    assertThat(again.acknowledged()).isFalse();
    assertThat(said(again, QUESTION).asked()).isTrue();
  }

  @Test
  void itsOwnerNeitherAsksNorAcknowledges() {
    refuses(Code.NOT_YOURS, () -> shared().decide(HEARD, ALEX));
    refuses(Code.NOT_YOURS, () -> shared().decide(QUESTION, ALEX));
  }

  @Test
  void onlyItsOwnerTakesItBackAndThenNothingIsSaidAboutIt() {
    refuses(Code.NOT_YOURS, () -> shared().unshare(SAM));
    assertThat(shared().unshare(ALEX)).isTrue();
    var gone = shared().takenBack();
    assertThat(gone.unshare(ALEX)).isFalse();
    refuses(Code.CONFLICT, () -> said(gone, HEARD));
    assertThat(shared(gone).shared()).as("it may be shared anew").isTrue();
  }

  @Test
  void theOthersIdIsTakenAndTwentyVersionsAreTheMost() {
    refuses(Code.CONFLICT, () -> Boundary.share(WISH, SAM, Optional.of(shared()), List.of(), NOW));
    var boundary = shared();
    for (int i = 1; i < Sharing.MOST_VERSIONS; i++) boundary = shared(boundary);
    var last = boundary;
    refuses(Code.CONFLICT, () -> shared(last));
  }
}
