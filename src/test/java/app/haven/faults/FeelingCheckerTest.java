package app.haven.faults;

import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Invariant.I6;
import static app.haven.faults.Story.COUPLE;
import static app.haven.faults.Story.SAM;
import static app.haven.faults.Story.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same story, and then Sam shares how it is. What the checker has to find about feelings.
class FeelingCheckerTest {
  private static final String MOMENT = "00000000-0000-7000-8000-000000000003";

  private final Story story = new Story();

  @BeforeEach
  void samShares() {
    story.command(4, SAM, "feeling.share", "feeling.shared", 42, shared(COUPLE));
    story.reads.clear();
  }

  private static ObjectNode shared(String stream) {
    return Api.data()
        .put("moment", MOMENT)
        .put("feeling", "worried")
        .put("fact", "It is " + Canary.of(stream));
  }

  private ObjectNode read() {
    var snapshot = snapshot(5, 0);
    var view = shared(COUPLE).put("by", SAM).put("at", "2026-11-21T12:42:00.000Z");
    snapshot.putArray("sharedFeelings").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    return view;
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  @Test
  void aSnapshotThatKnowsMoreThanItsEvents() {
    var view = read();
    assertThat(Checker.check(story.told())).isEmpty();
    view.put("seenAt", "2026-11-21T12:43:00.000Z");
    broken(I5);
  }

  @Test
  void whatSamKeptForThemselvesAndThePartnerReads() {
    story.command(5, SAM, "feeling.share", "feeling.shared", 43, shared(SAM));
    broken(I6);
  }
}
