package app.haven.faults;

import static app.haven.faults.Invariant.*;
import static app.haven.faults.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private Story story = new Story();

  @BeforeEach
  void aStoryInWhichAllWentWell() {
    assertThat(Checker.check(story.told())).isEmpty();
  }

  /// Each red is red by the invariant that is broken, and by no other.
  private void broken(Invariant... invariants) {
    var found = Checker.check(story.told());
    assertThat(found).extracting(Violation::invariant).containsOnly(invariants);
  }

  private static boolean isEvent(Step step, String kind) {
    return step instanceof Step.Got(var event) && event.kind().equals(kind);
  }

  private static void change(List<Step> steps, String kind, Event into) {
    steps.replaceAll(step -> isEvent(step, kind) ? new Step.Got(into) : step);
  }

  private static int place(List<Step> steps, Predicate<Step> wanted) {
    for (int i = 0; i < steps.size(); i++) if (wanted.test(steps.get(i))) return i;
    throw new AssertionError("no such step");
  }

  @Test
  void anAcknowledgedCommandThatIsLost() {
    story.asked(9, ALEX, "timeout.checkIn", List.of(ok(4, 40, false)));
    broken(I1);
  }

  @Test
  void anAcknowledgedCommandThatStandsElsewhere() {
    story.asked(3, ALEX, "timeout.return", List.of(ok(5, 40, true)));
    story.commands.removeIf(c -> c.id().equals(id(3)) && c.answers().contains(ok(4, 40, false)));
    broken(I1);
  }

  @Test
  void sayingTheSameOnceMoreNeedsNoSecondEvent() {
    story.asked(9, SAM, "timeout.acknowledge", List.of(ok(2, 2, false)));
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void whatWasNotSaidBeforeIsLost() {
    story.asked(9, SAM, "timeout.acknowledge", List.of(ok(1, 2, false)));
    broken(I1);
  }

  @Test
  void aDeviceThatDoesNotGetToTheEnd() {
    story.sam.removeLast();
    broken(I1);
  }

  @Test
  void aDeviceThatGotAnotherCommandThanIsStored() {
    var other = event(COUPLE, 2, id(8), SAM, "timeout.acknowledged", 1, data());
    change(story.alex, "timeout.acknowledged", other);
    change(story.sam, "timeout.acknowledged", other);
    broken(I1);
  }

  @Test
  void anAcknowledgedCommandThatIsThereTwice() {
    story.command(2, SAM, "timeout.acknowledge", "timeout.acknowledged", 1, data());
    assertThat(Checker.check(story.told())).extracting(Violation::invariant).contains(I1);
  }

  @Test
  void aGapAtADevice() {
    int gap = place(story.sam, step -> isEvent(step, "timeout.acknowledged"));
    story.sam.remove(gap);
    broken(I1, I2);
  }

  @Test
  void anEventThatCameTwice() {
    int twice = place(story.sam, step -> isEvent(step, "timeout.acknowledged"));
    story.sam.add(twice, story.sam.get(twice));
    broken(I2);
  }

  @Test
  void aDeviceThatIsToldItIsCurrentAndIsNot() {
    int overdue = place(story.sam, step -> isEvent(step, "timeout.overdue"));
    story.sam.add(overdue, hello(2, 0));
    var late = new Step.Place(EPOCH, 3, "current");
    var mine = new Step.Place(EPOCH, 0, "current");
    story.sam.add(overdue + 1, new Step.Welcome(Map.of("ours", late, "mine", mine)));
    broken(I2);
  }

  @Test
  void aDeviceThatResumesIsFine() {
    int overdue = place(story.sam, step -> isEvent(step, "timeout.overdue"));
    story.sam.add(overdue, hello(2, 0));
    var late = new Step.Place(EPOCH, 3, "replay");
    var mine = new Step.Place(EPOCH, 0, "current");
    story.sam.add(overdue + 1, new Step.Welcome(Map.of("ours", late, "mine", mine)));
    story.sam.add(overdue + 3, new Step.CaughtUp("ours", 3));
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void aReplayThatEndsTooSoon() {
    int overdue = place(story.sam, step -> isEvent(step, "timeout.overdue"));
    story.sam.add(overdue, new Step.CaughtUp("ours", 3));
    broken(I2);
  }

  @Test
  void anEventBeforeTheSnapshotWasRead() {
    int read = place(story.sam, Step.Read.class::isInstance);
    story.sam.add(read, story.sam.get(place(story.sam, step -> isEvent(step, "timeout.called"))));
    broken(I2);
  }

  @Test
  void aNumberThatTheLogLacks() {
    var ours = story.log(COUPLE);
    ours.replaceAll(
        e -> new History.Logged(e.seq() + 1, e.command(), e.at(), e.by(), e.kind(), e.data()));
    assertThat(Checker.check(story.told())).extracting(Violation::invariant).contains(I2);
  }

  @Test
  void partnersWhoHoldOtherWords() {
    var other = event(COUPLE, 2, id(2), SAM, "timeout.acknowledged", 1, data().put("x", 1));
    change(story.sam, "timeout.acknowledged", other);
    broken(I3);
  }

  @Test
  void timeThatGoesBack() {
    story
        .log(COUPLE)
        .replaceAll(e ->
            e.seq() == 2
                ? new History.Logged(2, e.command(), at(-1), e.by(), e.kind(), e.data())
                : e);
    broken(I3);
  }

  @Test
  void aCommandOfUnknownOutcomeThatIsThereTwice() {
    var asked = story.commands.get(1);
    asked.answers().addFirst(new Answer.Unknown("cut"));
    assertThat(Checker.check(story.told())).isEmpty();
    story
        .log(COUPLE)
        .add(new History.Logged(5, id(2), at(41), SAM, "timeout.acknowledged", data()));
    var again = event(COUPLE, 5, id(2), SAM, "timeout.acknowledged", 41, data());
    story.alex.add(new Step.Got(again));
    story.sam.add(new Step.Got(again));
    story.reads.clear();
    broken(I4);
  }

  @Test
  void aRefusedCommandThatIsThere() {
    var asked = story.commands.get(1);
    asked.answers().clear();
    asked.answers().add(new Answer.Refused("conflict"));
    broken(I4);
  }

  @Test
  void aRefusalAfterAnUnknownOutcomeDecidesNothing() {
    var asked = story.commands.get(1);
    asked.answers().clear();
    asked.answers().addAll(List.of(new Answer.Unknown("cut"), new Answer.Refused("conflict")));
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void twoFirstAnswers() {
    story.commands.get(1).answers().add(ok(2, 1, false));
    broken(I4);
  }

  @Test
  void aSnapshotThatIsNotTheFold() {
    var snapshot = snapshot(4, 0);
    snapshot.withArray("timeouts").addObject().put("timeout", TIMEOUT);
    story.reads.put(SAM, new History.Reads(snapshot, story.samReads().timeouts(), List.of()));
    broken(I5);
  }

  @Test
  void aHistoryThatIsNotTheFold() {
    var reads = story.samReads();
    var view = reads.timeouts().getFirst().deepCopy();
    ((ObjectNode) view).put("when", "early");
    story.reads.put(SAM, new History.Reads(reads.snapshot(), List.of(view), List.of()));
    broken(I5);
  }

  @Test
  void draftsThatOnlyRestReads() {
    var reads = story.samReads();
    var drafts = List.<JsonNode>of(data().put("draft", id(7)));
    story.reads.put(SAM, new History.Reads(reads.snapshot(), reads.timeouts(), drafts));
    broken(I5);
  }

  @Test
  void wordsOfOthersInAFrame() {
    var others = data().put("words", Canary.of("00000000-0000-7000-8000-0000000000ff"));
    var told = event(COUPLE, 2, id(2), SAM, "timeout.acknowledged", 1, others);
    change(story.alex, "timeout.acknowledged", told);
    change(story.sam, "timeout.acknowledged", told);
    story.reads.clear();
    broken(I6);
  }

  @Test
  void privateWordsInTheSharedStream() {
    var told =
        event(
            COUPLE, 2, id(2), SAM, "timeout.acknowledged", 1, data().put("words", Canary.of(SAM)));
    change(story.alex, "timeout.acknowledged", told);
    change(story.sam, "timeout.acknowledged", told);
    story.reads.clear();
    broken(I6);
  }

  @Test
  void wordsInADump() {
    story.sightings.add(new History.Sighting("table event", "a canary word"));
    broken(I6);
  }

  @Test
  void aTimerThatNeverCame() {
    drop(ALEX, "timeout.due");
    broken(I7);
  }

  /// As if it had never been: from the log and every device.
  private void drop(String stream, String kind) {
    story.log(stream).removeIf(e -> e.kind().equals(kind));
    story.alex.removeIf(step -> isEvent(step, kind));
    story.sam.removeIf(step -> isEvent(step, kind));
    story.reads.clear();
  }

  @Test
  void aTimerThatCameTwice() {
    story.system(ALEX, "timeout.due", 30, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    broken(I7);
  }

  @Test
  void aTimerThatCameEarly() {
    drop(ALEX, "timeout.due");
    story.system(ALEX, "timeout.due", 29, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    broken(I7);
  }

  @Test
  void aTimerThatWasSeenEarlyWhateverItSays() {
    var due = story.alex.get(place(story.alex, step -> isEvent(step, "timeout.due")));
    var event = ((Step.Got) due).event();
    change(story.alex, "timeout.due", Event.read(event.text(), at(30).minus(Duration.ofMillis(1))));
    broken(I7);
  }

  @Test
  void aTimerThatCameLate() {
    drop(ALEX, "timeout.due");
    story.system(ALEX, "timeout.due", 31, data().put("returnAt", "2026-11-21T12:30:00.000Z"));
    broken(I7);
    story.outages.add(new History.Outage(at(29), at(31)));
    assertThat(Checker.check(story.told())).isEmpty();
  }

  @Test
  void aTimerOfWhatWasOver() {
    story.system(ALEX, "timeout.talkSoon", 45, data().put("talkAt", "2026-11-21T12:50:00.000Z"));
    broken(I7);
  }

  @Test
  void aLapseThatIsDueIsMissed() {
    drop(COUPLE, "timeout.returned");
    story.commands.removeLast();
    assertThat(Checker.check(story.told())).isEmpty();
    story.end = at(25 * 60);
    broken(I7);
  }

  @Test
  void aDefectOfOurs() {
    story.commands.get(1).answers().addFirst(new Answer.Unknown("internal"));
    broken(DEFECT);
  }

  @Test
  void aSocketThatWasClosedForNothing() {
    story.sam.add(new Step.Closed(4500));
    broken(DEFECT);
  }

  @Test
  void aDeviceThatWasCarriedOverBySnapshotLacksNothing() {
    var ended = new ArrayList<>(story.sam.subList(0, place(story.sam, s -> s instanceof Step.Got)));
    ended.add(hello(0, 0));
    var far = new Step.Place("q2aa", 4, "snapshot");
    ended.add(new Step.Welcome(Map.of("ours", far, "mine", far)));
    ended.add(new Step.Read(snapshot(4, 0)));
    story.sam.clear();
    story.sam.addAll(ended);
    assertThat(Checker.check(story.told())).isEmpty();
  }
}
