package app.haven.faults;

import static app.haven.faults.Invariant.I1;
import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Story.ALEX;
import static app.haven.faults.Story.COUPLE;
import static app.haven.faults.Story.SAM;
import static app.haven.faults.Story.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same story, and then Sam opens a topic that both answer. What the checker has to find about
/// what is answered blind.
class BlindCheckerTest {
  private static final String THING = "00000000-0000-7000-8000-000000000004";
  private static final String WORDS = "It is about " + Canary.of(COUPLE);

  private final Story story = new Story();
  private final ObjectNode view = thing().put("topic", "money");

  @BeforeEach
  void bothAnswer() {
    story.command(4, SAM, "expectation.open", "expectation.opened", 42, view.deepCopy());
    var revealed = thing();
    for (var by : List.of(ALEX, SAM)) {
      revealed.withArray("answers").addObject().put("by", by).put("first", WORDS);
    }
    story.system(COUPLE, "expectation.revealed", 43, revealed);
    story.reads.clear();
    view.put("openedBy", SAM)
        .put("openedAt", "2026-11-21T12:42:00.000Z")
        .put("state", "revealed")
        .put("revealedAt", "2026-11-21T12:43:00.000Z");
    view.set("answers", revealed.path("answers"));
    view.putObject("marks");
    var snapshot = snapshot(6, 0);
    snapshot.withArray("expectations").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
  }

  private static ObjectNode thing() {
    return Api.data().put("expectation", THING);
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
  void aSnapshotThatHasAnotherAnswerThanTheEvent() {
    ((ObjectNode) view.path("answers").path(0)).put("first", "Something else.");
    broken(I5);
  }

  @Test
  void aReadyThatWasAcknowledgedAndIsLost() {
    story.reads.clear();
    story.own(5, ALEX, "expectation.ready", "expectation.readyChanged", 44, thing());
    fine();
    story.log(ALEX).removeLast();
    assertThat(Checker.check(story.told())).extracting(Violation::invariant).contains(I1);
  }
}
