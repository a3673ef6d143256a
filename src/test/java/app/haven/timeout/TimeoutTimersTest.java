package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import app.haven.timeout.Timeout.Ended;
import app.haven.timeout.Timeout.Ending;
import app.haven.timeout.Timeout.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTimersTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");
  private static final UUID ID = new UUID(7, 1);
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final List<PersonId> BOTH = List.of(SAM, ALEX);
  private static final StreamId OURS = new StreamId(new UUID(3, 3));

  @Test
  void anOpenTimeOutIsRemindedOfWatchedAndLetGoInTheEnd() {
    assertThat(TimeoutTimers.open(OURS, until(30), SIX))
        .containsExactly(
            new Timer(ALEX.mine(), "timeout.endingSoon", ID, at(25)),
            new Timer(ALEX.mine(), "timeout.due", ID, at(30)),
            new Timer(OURS, "timeout.overdue", ID, at(35)),
            new Timer(OURS, "timeout.lapsed", ID, at(24 * 60 + 30)));
  }

  @Test
  void theReminderBeforehandNeedsTenMinutes() {
    assertThat(kinds(TimeoutTimers.open(OURS, until(10), SIX))).contains("timeout.endingSoon");
    assertThat(kinds(TimeoutTimers.open(OURS, until(10), SIX.plusMillis(1))))
        .containsExactly("timeout.due", "timeout.overdue", "timeout.lapsed");
  }

  @Test
  void moreTimeMovesEveryTimer() {
    var decision = change(until(60), new TimeoutEvent.Extended(ID, at(60), null, true));
    assertThat(decision.dropped()).containsExactlyElementsOf(whileOpen());
    assertThat(decision.set()).isEqualTo(TimeoutTimers.open(OURS, until(60), SIX));
  }

  @Test
  void aSignOfLifeLeavesTheTimersAlone() {
    var decision = change(until(30), new TimeoutEvent.CheckedIn(ID, null));
    assertThat(decision.dropped()).isEmpty();
    assertThat(decision.set()).isEmpty();
  }

  @Test
  void theEndRemovesEveryTimer() {
    var decision = change(ended(null), new TimeoutEvent.LetGo(ID, null));
    assertThat(decision.dropped()).containsExactlyElementsOf(whileOpen());
    assertThat(decision.set()).isEmpty();
  }

  /// After a long outage the lapse may be fired first, on another node or in another lane.
  @Test
  void aLapseKeepsNoOtherTimerFromComing() {
    var lapsed = until(30).ended(Ending.LAPSED, at(24 * 60 + 30), null);
    var decision = change(lapsed, new TimeoutEvent.Lapsed(ID));
    assertThat(decision.dropped()).isEmpty();
    assertThat(decision.set()).isEmpty();
  }

  @Test
  void bothAreRemindedOfTheTalk() {
    var back = new TimeoutEvent.Returned(ID, at(60), null, SIX, TimeoutEvent.When.EARLY);
    assertThat(change(ended(at(60)), back).set())
        .containsExactly(
            new Timer(SAM.mine(), "timeout.talkSoon", ID, at(55)),
            new Timer(ALEX.mine(), "timeout.talkSoon", ID, at(55)));
  }

  @Test
  void aTalkWithinFiveMinutesNeedsNoReminder() {
    assertThat(TimeoutTimers.talk(ended(at(5)), BOTH, SIX)).isEmpty();
    assertThat(TimeoutTimers.talk(ended(at(5).plusMillis(1)), BOTH, SIX)).hasSize(2);
  }

  @Test
  void aClosedSpaceRemindsNobody() {
    assertThat(TimeoutTimers.all(OURS, ended(at(60)), BOTH))
        .containsAll(whileOpen())
        .contains(
            new Timer.Key(ALEX.mine(), "timeout.talkSoon", ID),
            new Timer.Key(SAM.mine(), "timeout.talkSoon", ID))
        .hasSize(6);
  }

  @Test
  void remindersSayWhichTimeTheyAreAbout() {
    assertThat(TimeoutTimers.reminder(timer("timeout.endingSoon", 25)))
        .contains(new TimeoutEvent.EndingSoon(ID, at(30)));
    assertThat(TimeoutTimers.reminder(timer("timeout.due", 30)))
        .contains(new TimeoutEvent.Due(ID, at(30)));
    assertThat(TimeoutTimers.reminder(timer("timeout.talkSoon", 55)))
        .contains(new TimeoutEvent.TalkSoon(ID, at(60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout.overdue", "timeout.lapsed"})
  void whatBothAreToldIsNoReminder(String kind) {
    assertThat(TimeoutTimers.reminder(timer(kind, 35))).isEmpty();
  }

  @Test
  void whatPassedDependsOnHowTheTimeOutStands() {
    assertThat(TimeoutTimers.passed(timer("timeout.overdue", 35), until(30)))
        .contains(new TimeoutEvent.Overdue(ID, at(30)));
    assertThat(TimeoutTimers.passed(timer("timeout.lapsed", 35), until(30)))
        .contains(new TimeoutEvent.Lapsed(ID));
    assertThat(TimeoutTimers.passed(timer("timeout.overdue", 35), ended(null))).isEmpty();
    assertThat(TimeoutTimers.passed(timer("timeout.lapsed", 35), ended(null))).isEmpty();
  }

  @Test
  void remindersGoToOnePersonAlone() {
    assertThat(new TimeoutEvent.EndingSoon(ID, SIX).fact().target()).isEqualTo(Target.MINE);
    assertThat(new TimeoutEvent.Due(ID, SIX).fact().target()).isEqualTo(Target.MINE);
    assertThat(new TimeoutEvent.TalkSoon(ID, SIX).fact().target()).isEqualTo(Target.MINE);
    assertThat(new TimeoutEvent.Overdue(ID, SIX).fact().target()).isEqualTo(Target.OURS);
    assertThat(new TimeoutEvent.Lapsed(ID).fact().target()).isEqualTo(Target.OURS);
  }

  private static Decision change(Timeout after, TimeoutEvent event) {
    return TimeoutTimers.change(Decision.of(event.fact(), _ -> {}), OURS, after, event, BOTH, SIX);
  }

  private static List<Timer.Key> whileOpen() {
    return List.of(
        new Timer.Key(ALEX.mine(), "timeout.endingSoon", ID),
        new Timer.Key(ALEX.mine(), "timeout.due", ID),
        new Timer.Key(OURS, "timeout.overdue", ID),
        new Timer.Key(OURS, "timeout.lapsed", ID));
  }

  private static List<String> kinds(List<Timer> timers) {
    return timers.stream().map(Timer::kind).toList();
  }

  private static Timer timer(String kind, int minutes) {
    return new Timer(ALEX.mine(), kind, ID, at(minutes));
  }

  private static Open until(int minutes) {
    return new Open(ID, ALEX, SIX, at(minutes), false, null, false, 0);
  }

  private static Ended ended(@Nullable Instant talkAt) {
    return new Ended(ID, ALEX, SIX, at(30), Ending.RETURNED, SIX, talkAt);
  }

  private static Instant at(int minutes) {
    return SIX.plus(Duration.ofMinutes(minutes));
  }
}
