package app.haven.faults;

import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Invariant.I7;
import static app.haven.faults.Story.ALEX;
import static app.haven.faults.Story.COUPLE;
import static app.haven.faults.Story.SAM;
import static app.haven.faults.Story.at;
import static app.haven.faults.Story.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same story, and then Sam reaches out. What the checker has to find about bids.
class BidCheckerTest {
  private static final String BID = "00000000-0000-7000-8000-000000000002";
  private static final int A_DAY = 24 * 60;

  private final Story story = new Story();

  @BeforeEach
  void samReachesOut() {
    story.command(4, SAM, "bid.make", "bid.made", 42, bid().put("kind", "hug"));
    story.reads.clear();
    fine();
  }

  private static ObjectNode bid() {
    return Api.data().put("bid", BID);
  }

  private void answered(int minute, String answer) {
    var said = bid().put("answer", answer);
    if (answer.equals("later")) said.put("at", "2026-11-21T13:00:00.000Z");
    story.command(5, ALEX, "bid.answer", "bid.answered", minute, said);
  }

  private void fine() {
    assertThat(Checker.check(story.told())).isEmpty();
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  @Test
  void aBidThatDoesNotFade() {
    story.end = at(42 + A_DAY + 60);
    broken(I7);
    story.system(COUPLE, "bid.faded", 42 + A_DAY, bid());
    fine();
  }

  @Test
  void aBidThatFadesEarly() {
    story.system(COUPLE, "bid.faded", 41 + A_DAY, bid());
    broken(I7);
  }

  @Test
  void aBidThatFadesAfterItsAnswer() {
    story.end = at(42 + A_DAY + 60);
    answered(43, "toward");
    fine();
    story.system(COUPLE, "bid.faded", 42 + A_DAY, bid());
    broken(I7);
  }

  @Test
  void aReminderOfLaterThatNeverCame() {
    answered(43, "later");
    broken(I7);
    story.system(ALEX, "bid.due", 60, bid());
    fine();
  }

  @Test
  void aReminderOfLaterThatCameTwice() {
    answered(43, "later");
    story.system(ALEX, "bid.due", 60, bid());
    story.system(ALEX, "bid.due", 60, bid());
    broken(I7);
  }

  @Test
  void aReminderOfLaterThatCameEarly() {
    answered(43, "later");
    story.system(ALEX, "bid.due", 59, bid());
    broken(I7);
  }

  @Test
  void aReminderForTheOneWhoReachedOut() {
    answered(43, "later");
    story.system(ALEX, "bid.due", 60, bid());
    story.system(SAM, "bid.due", 60, bid());
    broken(I7);
  }

  @Test
  void aSnapshotThatKnowsMoreOfABidThanItsEvents() {
    var snapshot = snapshot(5, 0);
    var view =
        bid().put("kind", "hug").put("sender", SAM).put("madeAt", "2026-11-21T12:42:00.000Z");
    snapshot.withArray("bids").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
    view.put("seenAt", "2026-11-21T12:43:00.000Z");
    broken(I5);
  }
}
