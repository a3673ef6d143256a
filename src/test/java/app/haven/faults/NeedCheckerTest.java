package app.haven.faults;

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

/// The same story, and then Sam shares a need. What the checker has to find about needs.
class NeedCheckerTest {
  private static final String NEED = "00000000-0000-7000-8000-000000000003";

  private final Story story = new Story();

  @BeforeEach
  void samSharesANeed() {
    story.command(4, SAM, "need.share", "need.shared", 42, shared());
    story.reads.clear();
    fine();
  }

  private static ObjectNode shared() {
    var words = "It is about " + Canary.of(COUPLE);
    return Api.data().put("need", NEED).put("statement", words).put("feeling", words);
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
  void aSnapshotThatKnowsMoreOfANeedThanItsEvents() {
    var snapshot = snapshot(5, 0);
    var at = "2026-11-21T12:42:00.000Z";
    var view = shared().put("author", SAM).put("sharedAt", at).put("versionAt", at);
    snapshot.withArray("needs").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
    view.put("seenAt", "2026-11-21T12:43:00.000Z");
    broken(I5);
  }

  @Test
  void aSnapshotThatTellsOfWhatTheOtherKeeps() {
    var snapshot = snapshot(5, 0);
    var at = "2026-11-21T12:42:00.000Z";
    var view = shared().put("author", SAM).put("sharedAt", at).put("versionAt", at);
    snapshot.withArray("needs").add(view);
    snapshot.withArray("ownNeeds").add(shared().put("versionAt", at));
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    broken(I5);
  }

  @Test
  void aNeedOfSomebodyElseInTheSharedStream() {
    var words = "It is about " + Canary.of(ALEX);
    var other = shared().put("need", "00000000-0000-7000-8000-000000000004");
    story.command(5, ALEX, "need.share", "need.shared", 43, other.put("statement", words));
    broken(I6);
  }
}
