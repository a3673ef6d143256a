package app.haven.faults;

import static app.haven.faults.Invariant.I5;
import static app.haven.faults.Invariant.I7;
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

/// The same story, and then the two agree, and promise. What the checker has to find about it.
class AgreedCheckerTest {
  private static final String THING = "00000000-0000-7000-8000-000000000003";
  private static final String AT_TWO = "2026-11-21T13:00:00.000Z";

  private final Story story = new Story();

  @BeforeEach
  void nothingElseIsRead() {
    story.reads.clear();
  }

  private static ObjectNode promise() {
    return Api.data().put("promise", THING);
  }

  private static ObjectNode promised() {
    return promise().put("words", "It is about " + Canary.of(COUPLE)).put("due", AT_TWO);
  }

  private void samPromises() {
    story.command(4, SAM, "promise.make", "promise.made", 42, promised());
  }

  private static ObjectNode agreement(int version, String hash) {
    var agreement = Api.data().put("agreement", THING).put("version", version);
    agreement.putObject("seal").put("hash", hash);
    return agreement;
  }

  private void theyAgree() {
    var proposed = agreement(1, "one").put("kind", "need").put("reviewAt", AT_TWO);
    proposed.put("iWill", "It is about " + Canary.of(COUPLE)).put("salt", "s");
    story.command(4, SAM, "agreement.propose", "agreement.proposed", 42, proposed);
    story.command(5, ALEX, "agreement.consent", "agreement.agreed", 43, agreement(1, "two"));
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
  void aPromiseThatNobodyIsAskedAbout() {
    samPromises();
    broken(I7);
    story.system(SAM, "promise.due", 60, promise());
    fine();
  }

  @Test
  void aPromiseThatTheOtherIsAskedAbout() {
    samPromises();
    story.system(SAM, "promise.due", 60, promise());
    story.system(ALEX, "promise.due", 60, promise());
    broken(I7);
  }

  @Test
  void aPromiseThatIsAskedAboutAfterItWasKept() {
    samPromises();
    story.command(5, SAM, "promise.keep", "promise.kept", 43, promise());
    fine();
    story.system(SAM, "promise.due", 60, promise());
    broken(I7);
  }

  @Test
  void aReviewThatOnlyOneIsToldOf() {
    theyAgree();
    story.system(ALEX, "agreement.reviewDue", 60, Api.data().put("agreement", THING));
    broken(I7);
    story.system(SAM, "agreement.reviewDue", 60, Api.data().put("agreement", THING));
    fine();
  }

  @Test
  void aReviewOfWhatHasEnded() {
    theyAgree();
    var ended = agreement(1, "three");
    ended.remove("version");
    story.command(6, SAM, "agreement.withdraw", "agreement.withdrawn", 44, ended);
    fine();
    story.system(SAM, "agreement.reviewDue", 60, Api.data().put("agreement", THING));
    broken(I7);
  }

  @Test
  void aSnapshotThatKnowsMoreOfAPromiseThanItsEvents() {
    samPromises();
    story.system(SAM, "promise.due", 60, promise());
    var snapshot = snapshot(5, 1);
    var at = "2026-11-21T12:42:00.000Z";
    var view = promise().put("maker", SAM).put("madeAt", at).put("state", "open");
    view.putArray("versions").add(promised().put("at", at).without("promise"));
    snapshot.withArray("promises").add(view);
    story.reads.put(SAM, new History.Reads(snapshot, new Story().samReads().timeouts(), List.of()));
    fine();
    view.put("late", true);
    broken(I5);
  }
}
