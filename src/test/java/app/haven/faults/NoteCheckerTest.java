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

/// The same story, and Alex plans a note for 13:00. What the checker has to find about notes.
class NoteCheckerTest {
  private static final String NOTE = "00000000-0000-7000-8000-000000000003";

  private final Story story = new Story();

  @BeforeEach
  void alexPlansANote() {
    story.own(4, ALEX, "note.plan", "note.planned", 50, planned(Canary.of(COUPLE), "13:00"));
    story.reads.clear();
  }

  private static ObjectNode planned(String words, String time) {
    return note()
        .put("couple", COUPLE)
        .put("words", words)
        .put("at", "2026-11-21T" + time + ":00.000Z");
  }

  private static ObjectNode note() {
    return Api.data().put("note", NOTE);
  }

  private void goesOut(int minute) {
    story.inTheNameOf(ALEX, "note.sent", minute, note());
    story.system(ALEX, "note.passedOn", minute, note());
  }

  private void broken() {
    broken(I7);
  }

  private void broken(Invariant invariant) {
    assertThat(Checker.check(story.told()))
        .extracting(Violation::invariant)
        .containsOnly(invariant);
  }

  @Test
  void aNoteThatGoesOutAtItsTime() {
    goesOut(60);
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void aNoteWithTheWordsOfSomebodyElse() {
    goesOut(60);
    var other = "00000000-0000-7000-8000-000000000004";
    var planned = planned(Canary.of(SAM), "13:30").put("note", other);
    story.own(5, ALEX, "note.plan", "note.planned", 61, planned);
    story.own(6, ALEX, "note.cancel", "note.cancelled", 62, Api.data().put("note", other));
    broken(I6);
  }

  @Test
  void aNoteThatNeverGoesOut() {
    broken();
  }

  @Test
  void aNoteThatGoesOutEarly() {
    goesOut(59);
    broken();
  }

  @Test
  void aNoteThatGoesOutTwice() {
    goesOut(60);
    story.inTheNameOf(ALEX, "note.sent", 60, note());
    broken();
  }

  @Test
  void aNoteThatGoesOutAlthoughItWasTakenBack() {
    story.own(5, ALEX, "note.cancel", "note.cancelled", 55, note());
    assertThat(Checker.check(story.told())).isEmpty();
    goesOut(60);
    broken();
  }
}
