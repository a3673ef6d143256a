package app.haven.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Timer;
import app.haven.kernel.Weekday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reminders of an agreement, with the clock in the test's hand.
class AgreementReminderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final UUID ID = new UUID(9, 1);
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Timer.Key KEY = AgreementTimers.reminded(Agreeing.ALEX, ID);
  private static final List<Weekday> EVERY_DAY = List.of(Weekday.values());

  private final Agreeing space = new Agreeing();

  @BeforeEach
  void theyAgree() {
    propose(ID);
    space.say(Agreeing.SAM, new AgreementCommand.Consent(ID, 1, null), START, true);
  }

  private void propose(UUID id) {
    var said =
        new AgreementCommand.Propose(
            id, Kind.NEED, "why", "I", null, null, null, null, null, null, null);
    space.say(Agreeing.ALEX, said, START, true);
  }

  private void remind(String time, List<Weekday> days) {
    say(new AgreementCommand.Remind(ID, "Tea", List.of(LocalTime.parse(time)), days));
  }

  private void say(AgreementCommand command) {
    space.say(Agreeing.ALEX, command, START, true);
  }

  /// Lets the clock run to the end, as the worker does: each timer at its moment.
  ///
  /// @return when a reminder was heard
  private List<Instant> heardUntil(Instant end) {
    var heard = new ArrayList<Instant>();
    while (next().isBefore(end)) {
      var timer = Objects.requireNonNull(space.due.get(KEY));
      space.fire(timer, timer.at(), true).ifPresent(_ -> heard.add(timer.at()));
    }
    return heard;
  }

  private Instant next() {
    return Objects.requireNonNull(space.due.get(KEY)).at();
  }

  /// On 29 March the clock goes from 2 to 3, on 25 October from 3 to 2.
  @Test
  void everyDayOfTheYearOnceThroughBothChangesOfSummerTime() {
    for (var time : List.of("08:00", "02:30", "23:59", "00:00")) {
      remind(time, EVERY_DAY);
      var heard = heardUntil(Instant.parse("2026-12-01T12:00:00Z"));
      var days = heard.stream().map(at -> LocalDate.ofInstant(at, BERLIN)).toList();
      assertThat(days).as(time).doesNotHaveDuplicates().hasSize(275);
      assertThat(heard)
          .filteredOn(at -> !at.atZone(BERLIN).toLocalTime().equals(LocalTime.parse(time)))
          .as("only what the clock leaves out comes as much later")
          .isEqualTo(
              time.equals("02:30") ? List.of(Instant.parse("2026-03-29T01:30:00Z")) : List.of());
    }
  }

  @Test
  void onlyOnItsDays() {
    remind("18:00", List.of(Weekday.SUNDAY));
    assertThat(heardUntil(Instant.parse("2026-11-01T23:00:00Z")))
        .hasSize(36)
        .contains(Instant.parse("2026-03-29T16:00:00Z"), Instant.parse("2026-10-25T17:00:00Z"));
  }

  @Test
  void aPauseIsHeardOfByNobodyAndEndsByItself() {
    remind("08:00", EVERY_DAY);
    say(new AgreementCommand.RemindPause(ID, Instant.parse("2026-03-10T00:00:00Z")));
    assertThat(heardUntil(Instant.parse("2026-03-11T12:00:00Z")))
        .containsExactly(
            Instant.parse("2026-03-10T07:00:00Z"), Instant.parse("2026-03-11T07:00:00Z"));
    say(new AgreementCommand.RemindPause(ID, null));
    assertThat(heardUntil(Instant.parse("2026-06-01T12:00:00Z"))).isEmpty();
    say(new AgreementCommand.RemindResume(ID));
    assertThat(heardUntil(Instant.parse("2026-06-02T12:00:00Z"))).hasSize(1);
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneBefore() {
    remind("08:00", EVERY_DAY);
    say(new AgreementCommand.RemindPause(ID, null));
    remind("20:00", EVERY_DAY);
    assertThat(heardUntil(Instant.parse("2026-03-02T23:00:00Z")))
        .containsExactly(
            Instant.parse("2026-03-01T19:00:00Z"), Instant.parse("2026-03-02T19:00:00Z"));
  }

  @Test
  void anotherVersionInForceLeavesIt() {
    remind("08:00", EVERY_DAY);
    var amended = new AgreementCommand.Amend(ID, 2, "why", "I", null, null, null, null, null, null);
    space.say(Agreeing.SAM, amended, START, true);
    say(new AgreementCommand.Consent(ID, 2, null));
    assertThat(space.due).containsOnlyKeys(KEY);
  }

  @Test
  void itEndsWithTheAgreementWhoeverEndsThat() {
    remind("08:00", EVERY_DAY);
    space.say(Agreeing.SAM, new AgreementCommand.Withdraw(ID, null), START, true);
    assertThat(space.due).isEmpty();
    refused(new AgreementCommand.RemindResume(ID), Code.CONFLICT);
    say(new AgreementCommand.RemindStop(ID));
  }

  /// A timer that another node held while the agreement ended.
  @Test
  void aTimerThatIsLeftSaysNothing() {
    remind("08:00", EVERY_DAY);
    var left = Objects.requireNonNull(space.due.get(KEY));
    space.say(Agreeing.SAM, new AgreementCommand.Withdraw(ID, null), START, true);
    space.due.put(KEY, left);
    assertThat(space.fire(left, left.at(), true)).isEmpty();
    assertThat(space.due).isEmpty();
  }

  @Test
  void onlyOfWhatIsInForce() {
    var waits = new UUID(9, 2);
    propose(waits);
    var times = List.of(LocalTime.NOON);
    refused(new AgreementCommand.Remind(waits, "Tea", times, EVERY_DAY), Code.CONFLICT);
    refused(new AgreementCommand.Remind(new UUID(9, 3), "Tea", times, EVERY_DAY), Code.NOT_FOUND);
    refused(new AgreementCommand.Remind(ID, "Tea", List.of(), EVERY_DAY), Code.INVALID);
    refused(new AgreementCommand.Remind(ID, "Tea", times, List.of()), Code.INVALID);
    refused(new AgreementCommand.RemindPause(ID, null), Code.NOT_FOUND);
  }

  private void refused(AgreementCommand command, Code code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> say(command))
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
