package app.haven.faults;

import static app.haven.faults.Invariant.I1;
import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Invariant.I6;
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

/// The same story, and then Sam draws a question that both answer. What the checker has to find
/// about questions and activities.
class QuestionCheckerTest {
  private static final String QUESTION = "00000000-0000-7000-8000-000000000008";
  private static final String ACTIVITY = "00000000-0000-7000-8000-000000000009";

  private final Story story = new Story();

  @BeforeEach
  void samDrawsAQuestion() {
    story.command(4, SAM, "question.draw", "question.drawn", 42, drawn());
    story.reads.clear();
    fine();
  }

  private static ObjectNode question() {
    return Api.data().put("question", QUESTION);
  }

  private static ObjectNode drawn() {
    return question().put("depth", "light").put("deck", "light_07");
  }

  private static ObjectNode revealed(String words) {
    var revealed = question().put("turn", ALEX);
    var answers = revealed.putArray("answers");
    for (var by : List.of(ALEX, SAM)) answers.addObject().put("by", by).put("words", words);
    return revealed;
  }

  private void fine() {
    assertThat(Checker.check(story.told())).isEmpty();
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  private void samReads(ObjectNode snapshot) {
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
  }

  @Test
  void aSnapshotThatKnowsMoreOfAQuestionThanItsEvents() {
    story.system(COUPLE, "question.revealed", 44, revealed("It is about " + Canary.of(COUPLE)));
    var snapshot = snapshot(6, 0);
    var view = drawn().put("drawer", SAM).put("drawnAt", "2026-11-21T12:42:00.000Z");
    view.put("state", "revealed").put("revealedAt", "2026-11-21T12:44:00.000Z");
    view.set("answers", revealed("It is about " + Canary.of(COUPLE)).path("answers"));
    view.putArray("thanked");
    snapshot.withArray("questions").add(view);
    snapshot.putObject("questionTurn").put("whose", ALEX).put("free", "2026-11-22T12:44:00.000Z");
    samReads(snapshot);
    fine();
    view.put("seenAt", "2026-11-21T12:45:00.000Z");
    broken(I5);
    view.remove("seenAt");
    snapshot.withObject("questionTurn").put("whose", SAM);
    broken(I5);
  }

  @Test
  void somethingPrivateAmongTheAnswers() {
    story.system(COUPLE, "question.revealed", 44, revealed("It is about " + Canary.of(SAM)));
    broken(I6);
  }

  @Test
  void aSkipThatIsLost() {
    story.asked(5, ALEX, "question.skip", List.of(Story.ok(5, 43, false)));
    broken(I1);
  }

  @Test
  void aSnapshotThatKnowsMoreOfAnActivityThanItsEvents() {
    var offered = Api.data().put("activity", ACTIVITY).put("which", "warm_cup");
    story.command(5, ALEX, "activity.offer", "activity.offered", 45, offered);
    var snapshot = snapshot(6, 0);
    snapshot
        .withArray("questions")
        .add(
            drawn()
                .put("drawer", SAM)
                .put("drawnAt", "2026-11-21T12:42:00.000Z")
                .put("state", "open"));
    var view = offered.deepCopy().put("offeredBy", ALEX);
    view.put("offeredAt", "2026-11-21T12:45:00.000Z").put("state", "offered");
    snapshot.withArray("activities").add(view);
    samReads(snapshot);
    fine();
    view.put("state", "running");
    broken(I5);
  }
}
