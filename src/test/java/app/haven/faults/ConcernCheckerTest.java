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

/// The same story, and then Sam raises something. What the checker has to find about concerns.
class ConcernCheckerTest {
  private static final String CONCERN = "00000000-0000-7000-8000-000000000003";
  private static final int A_WEEK = 7 * 24 * 60;

  private final Story story = new Story();

  @BeforeEach
  void samRaisesSomething() {
    story.command(4, SAM, "concern.raise", "concern.raised", 42, raised().put("parked", false));
    story.reads.clear();
    fine();
  }

  private static ObjectNode concern() {
    return Api.data().put("concern", CONCERN);
  }

  private static ObjectNode raised() {
    var words = "It is about " + Canary.of(COUPLE);
    return concern().put("saw", words).put("felt", words).put("need", words);
  }

  private void alexNeedsTime() {
    var until = concern().put("until", "2026-11-21T13:00:00.000Z");
    story.command(5, ALEX, "concern.needTime", "concern.timeNeeded", 43, until);
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
  void aConcernThatDoesNotRest() {
    story.end = at(42 + A_WEEK + 60);
    broken(I7);
    story.system(COUPLE, "concern.rested", 42 + A_WEEK, concern());
    fine();
  }

  @Test
  void aConcernThatRestsEarly() {
    story.system(COUPLE, "concern.rested", 41 + A_WEEK, concern());
    broken(I7);
  }

  @Test
  void aConcernThatRestsAfterItWasEnough() {
    story.end = at(42 + A_WEEK + 60);
    var enough = concern().put("how", "enough");
    story.command(5, SAM, "concern.close", "concern.closed", 43, enough);
    fine();
    story.system(COUPLE, "concern.rested", 42 + A_WEEK, concern());
    broken(I7);
  }

  @Test
  void aReminderOfTheTimeAskedForThatNeverCame() {
    alexNeedsTime();
    broken(I7);
    story.system(ALEX, "concern.due", 60, concern());
    fine();
  }

  @Test
  void aReminderForTheOneWhoRaisedIt() {
    alexNeedsTime();
    story.system(ALEX, "concern.due", 60, concern());
    story.system(SAM, "concern.due", 60, concern());
    broken(I7);
  }

  @Test
  void aSnapshotThatKnowsMoreOfAConcernThanItsEvents() {
    var snapshot = snapshot(5, 0);
    var view =
        raised()
            .put("author", SAM)
            .put("raisedAt", "2026-11-21T12:42:00.000Z")
            .put("state", "open");
    view.put("openedAt", "2026-11-21T12:42:00.000Z").putArray("heard");
    snapshot.withArray("concerns").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
    view.put("seenAt", "2026-11-21T12:43:00.000Z");
    broken(I5);
  }
}
