package app.haven.faults;

import static app.haven.faults.Invariant.I6;
import static app.haven.faults.Invariant.I7;
import static app.haven.faults.Story.ALEX;
import static app.haven.faults.Story.COUPLE;
import static app.haven.faults.Story.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same story, and Alex hides a surprise that opens at 13:00. What the checker has to find.
class PlanCheckerTest {
  private static final String PLAN = "00000000-0000-7000-8000-000000000003";

  private final Story story = new Story();

  @BeforeEach
  void alexHidesASurprise() {
    story.own(4, ALEX, "plan.hide", "plan.hidden", 50, hidden(Canary.of(COUPLE)));
    story.reads.clear();
  }

  private static ObjectNode hidden(String words) {
    return plan()
        .put("couple", COUPLE)
        .put("words", words)
        .put("revealAt", "2026-11-21T13:00:00.000Z");
  }

  private static ObjectNode plan() {
    return Api.data().put("plan", PLAN);
  }

  private static ObjectNode made() {
    return plan().put("words", Canary.of(COUPLE)).put("surprise", true);
  }

  private void opens(int minute) {
    story.inTheNameOf(ALEX, "plan.made", minute, made());
    story.system(ALEX, "plan.passedOn", minute, plan());
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  @Test
  void aSurpriseThatOpensAtItsTime() {
    opens(60);
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void aSurpriseThatItsAuthorOpensBefore() {
    story.command(5, ALEX, "plan.reveal", "plan.made", 55, made());
    story.system(ALEX, "plan.passedOn", 55, plan());
    assertThat(Checker.check(story.told())).isEmpty();
    opens(60);
    broken(I7);
  }

  @Test
  void aSurpriseWhoseAuthorIsNotTold() {
    story.command(5, ALEX, "plan.reveal", "plan.made", 55, made());
    broken(I7);
  }

  @Test
  void aSurpriseThatNeverOpens() {
    broken(I7);
  }

  @Test
  void aSurpriseThatOpensEarly() {
    opens(59);
    broken(I7);
  }

  @Test
  void aSurpriseThatOpensAlthoughItWasThrownAway() {
    story.own(5, ALEX, "plan.discard", "plan.discarded", 55, plan());
    assertThat(Checker.check(story.told())).isEmpty();
    opens(60);
    broken(I7);
  }

  @Test
  void aSurpriseWithTheWordsOfSomebodyElse() {
    opens(60);
    var other = "00000000-0000-7000-8000-000000000004";
    var hidden = hidden(Canary.of(SAM)).put("plan", other);
    hidden.remove("revealAt");
    story.own(5, ALEX, "plan.hide", "plan.hidden", 61, hidden);
    broken(I6);
  }
}
