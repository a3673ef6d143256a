package app.haven.faults;

import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Invariant.I7;
import static app.haven.faults.Story.ALEX;
import static app.haven.faults.Story.SAM;
import static app.haven.faults.Story.at;
import static app.haven.faults.Story.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same story, and then Sam makes it right. What the checker has to find about repairs.
class RepairCheckerTest {
  private static final String REPAIR = "00000000-0000-7000-8000-000000000003";
  private static final int A_DAY = 24 * 60;

  private final Story story = new Story();

  @BeforeEach
  void samIsSorry() {
    var sorry = repair().put("thread", REPAIR).put("phrase", "sorry");
    story.command(4, SAM, "repair.offer", "repair.offered", 42, sorry);
    story.reads.clear();
    fine();
  }

  private static ObjectNode repair() {
    return Api.data().put("repair", REPAIR);
  }

  private static ObjectNode thread() {
    return Api.data().put("thread", REPAIR);
  }

  private void fine() {
    assertThat(Checker.check(story.told())).isEmpty();
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  private void timeIsAskedFor() {
    var said = repair().put("answer", "need_time").put("until", "2026-11-21T13:00:00.000Z");
    story.command(5, ALEX, "repair.answer", "repair.answered", 43, said);
  }

  private void aFollowUpIsAskedFor() {
    var asked = thread().put("giver", SAM).put("days", 1);
    story.command(5, ALEX, "repair.askFollowUp", "repair.followUpAsked", 43, asked);
  }

  @Test
  void aReminderThatNeverCame() {
    timeIsAskedFor();
    broken(I7);
    story.system(ALEX, "repair.due", 60, repair());
    fine();
  }

  @Test
  void aReminderThatCameTwice() {
    timeIsAskedFor();
    story.system(ALEX, "repair.due", 60, repair());
    story.system(ALEX, "repair.due", 60, repair());
    broken(I7);
  }

  @Test
  void aReminderOfAFollowUpForTheOneWhoAskedForIt() {
    aFollowUpIsAskedFor();
    story.end = at(43 + A_DAY + 60);
    story.system(ALEX, "repair.followUpDue", 43 + A_DAY, thread());
    broken(I7);
  }

  @Test
  void aFollowUpComesOnceForEachRound() {
    aFollowUpIsAskedFor();
    story.end = at(43 + 2 * A_DAY + 60);
    story.system(SAM, "repair.followUpDue", 43 + A_DAY, thread());
    broken(I7);
    story.system(SAM, "repair.followUpDue", 43 + 2 * A_DAY, thread());
    fine();
    story.system(SAM, "repair.followUpDue", 44 + 2 * A_DAY, thread());
    broken(I7);
  }

  @Test
  void aFollowUpThatComesAfterItsEnd() {
    aFollowUpIsAskedFor();
    story.end = at(43 + A_DAY + 60);
    story.command(6, ALEX, "repair.endFollowUp", "repair.followUpEnded", 44, thread());
    fine();
    story.system(SAM, "repair.followUpDue", 43 + A_DAY, thread());
    broken(I7);
  }

  @Test
  void aSnapshotThatKnowsMoreOfARepairThanItsEvents() {
    var snapshot = snapshot(5, 0);
    var view =
        repair()
            .put("thread", REPAIR)
            .put("phrase", "sorry")
            .put("giver", SAM)
            .put("offeredAt", "2026-11-21T12:42:00.000Z");
    snapshot.withArray("repairs").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
    view.put("seenAt", "2026-11-21T12:43:00.000Z");
    broken(I5);
  }
}
