package app.haven.bid;

import static app.haven.bid.Reaching.ALEX;
import static app.haven.bid.Reaching.OURS;
import static app.haven.bid.Reaching.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BidTimersTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(7, 1);
  private static final Timer FADES = new Timer(OURS, "bid.faded", ID, SIX.plus(Bid.FADES));

  private final Reaching space = new Reaching();

  @BeforeEach
  void alexReachesOut() {
    space.say(ALEX, new BidCommand.Make(ID, BidKind.HUG, null, null, null), SIX, true);
  }

  @Test
  void aBidFadesAfterADay() {
    assertThat(space.due.values()).containsExactly(FADES);
    assertThat(space.fire(FADES, FADES.at(), true)).contains(new BidEvent.Faded(ID));
    assertThat(space.due).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATER")
  void anAnsweredBidFadesNoMore(Answer answer) {
    answer(answer, null, SIX);
    assertThat(space.due).isEmpty();
  }

  @Test
  void laterComesBackToTheMindOfWhoSaidIt() {
    var eight = SIX.plus(Duration.ofHours(2));
    answer(Answer.LATER, eight, SIX);
    assertThat(space.due.values()).containsExactly(new Timer(SAM.mine(), "bid.due", ID, eight));
  }

  @Test
  void whoComesByThemselvesIsRemindedInAWhile() {
    answer(Answer.LATER, null, SIX);
    assertThat(space.due.values())
        .containsExactly(new Timer(SAM.mine(), "bid.due", ID, SIX.plus(Duration.ofHours(3))));
  }

  @Test
  void anotherTimeMovesTheReminder() {
    answer(Answer.LATER, null, SIX);
    var nine = SIX.plus(Duration.ofHours(3));
    answer(Answer.LATER, nine, SIX.plusSeconds(1));
    assertThat(space.due.values()).containsExactly(new Timer(SAM.mine(), "bid.due", ID, nine));
  }

  @Test
  void whoHasAnsweredIsNotReminded() {
    answer(Answer.LATER, null, SIX);
    answer(Answer.TOWARD, null, SIX);
    assertThat(space.due).isEmpty();
  }

  @Test
  void nobodyIsRemindedOfWhatWasTakenBack() {
    answer(Answer.LATER, null, SIX);
    space.say(ALEX, new BidCommand.Withdraw(ID), SIX, true);
    assertThat(space.due).isEmpty();
  }

  @Test
  void aClosedSpaceRemindsNobody() {
    assertThat(BidTimers.all(OURS, ID, Reaching.BOTH))
        .containsExactlyInAnyOrder(
            FADES.key(),
            new Timer.Key(ALEX.mine(), "bid.due", ID),
            new Timer.Key(SAM.mine(), "bid.due", ID));
  }

  @Test
  void theReminderIsForOnePersonAlone() {
    assertThat(new BidEvent.Due(ID).fact().target()).isEqualTo(Target.MINE);
    assertThat(new BidEvent.Faded(ID).fact().target()).isEqualTo(Target.OURS);
  }

  private void answer(Answer answer, @Nullable Instant at, Instant now) {
    assertThat(space.say(SAM, new BidCommand.Answer(ID, answer, null, at), now, true)).isPresent();
  }
}
