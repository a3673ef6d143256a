package app.haven.need;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Weekday;
import app.haven.kernel.WordsErased;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock, other zones and crashes can meet.
class NeedOrdersTest {
  private static final int ORDERS = 2_000;
  private static final int STEPS = 90;
  private static final Instant START = Instant.parse("2026-03-25T18:00:00Z");
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));

  private final Orders orders = new Orders("needs");

  @Test
  void whateverTheOrderNobodyIsAskedOrRemindedAgainstTheirWill() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "need.kept",
        "need.changed",
        "dropped",
        "need.shared",
        "taken back",
        "need.answered",
        "need.remindProposed",
        "need.remindAgreed",
        "need.remindStopped",
        "need.reminded",
        "need.remindPaused",
        "need.remindResumed",
        "silent",
        "lost commit",
        "same once more",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "rate",
        "invalid");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Minding space = new Minding();
    private final List<Timer> everSet = new ArrayList<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = states();
        int logged = space.log.size();
        step();
        everSet.addAll(space.due.values());
        check(before, logged);
      }
    }

    private Map<UUID, Need> states() {
      var states = new HashMap<UUID, Need>();
      space.rows.forEach((id, row) -> states.put(id, row.state()));
      return states;
    }

    private void step() {
      int dice = random.nextInt(100);
      if (dice < 75) say();
      else if (dice < 85) passTime();
      else if (dice < 97) look();
      else space.zones.put(someone(), ZONES.get(random.nextInt(ZONES.size())));
    }

    private PersonId someone() {
      return random.nextBoolean() ? Minding.ALEX : Minding.SAM;
    }

    private void say() {
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = space.say(someone(), command(), now, commits);
        orders.count(commits ? event.map(this::name).orElse("same once more") : "lost commit");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
    }

    private String name(Record data) {
      if (data instanceof NeedEvent event) return event.kind();
      return space.log.getLast().stream().equals(Minding.OURS) ? "taken back" : "dropped";
    }

    private NeedCommand command() {
      var id = new UUID(9, random.nextInt(2));
      var reminder = new UUID(8, random.nextInt(2));
      var request = random.nextBoolean() ? "request" : null;
      return switch (random.nextInt(18)) {
        case 0 -> new NeedCommand.Keep(id, "secret", "secret", null, null);
        case 1 -> new NeedCommand.Change(id, "secret", "secret", null, null);
        case 2 -> new NeedCommand.Drop(id);
        case 3, 4, 16, 17 -> new NeedCommand.Share(id, "need", "feeling", null, request);
        case 5 -> new NeedCommand.Unshare(id);
        case 6, 7 -> new NeedCommand.Answer(id, some(Answer.values()), request);
        case 8 ->
            new NeedCommand.Remind(
                id,
                reminder,
                "words",
                List.of(LocalTime.of(random.nextInt(24), 30)),
                random.nextInt(9) == 0 ? List.of() : List.of(some(Weekday.values())));
        case 9, 10, 14, 15 -> new NeedCommand.RemindAgree(id, reminder);
        case 11 -> new NeedCommand.RemindStop(id);
        case 12 -> new NeedCommand.RemindPause(id, random.nextBoolean() ? null : later());
        default -> new NeedCommand.RemindResume(id);
      };
    }

    private <T> T some(T[] values) {
      return values[random.nextInt(values.length)];
    }

    private Instant later() {
      return now.plusSeconds(random.nextInt(7 * 86_400) - 3600L);
    }

    private void passTime() {
      now = Orders.later(random, now, space.due.values(), Duration.ofHours(1), Duration.ofDays(3));
    }

    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        var timer = everSet.get(random.nextInt(everSet.size()));
        var need = Objects.requireNonNull(space.rows.get(timer.thing())).state();
        boolean stood = timer.equals(space.due.get(timer.key())) && !timer.at().isAfter(now);
        boolean commits = random.nextInt(10) > 0;
        var event = space.fire(timer, now, commits);
        event.ifPresent(_ -> reminded(need, timer));
        if (stood && commits) orders.count(event.isPresent() ? "need.reminded" : "silent");
      }
    }

    /// What a reminder may be: agreed to, by the other, at a time of theirs.
    private void reminded(Need need, Timer timer) {
      assertThat(need.shared()).isTrue();
      var person = Minding.other(need.author());
      assertThat(timer.stream()).as("for the other alone").isEqualTo(person.mine());
      assertThat(need.reminder()).isInstanceOf(Reminder.Agreed.class);
      var times = ((Reminder.Agreed) need.reminder()).times();
      var local = timer.at().atZone(space.zones.getOrDefault(person, ZONES.getFirst()));
      assertThat(times.weekdays()).anyMatch(day -> day.day() == local.getDayOfWeek());
      assertThat(local.getMinute()).isEqualTo(30);
    }

    private void check(Map<UUID, Need> before, int logged) {
      var after = states();
      assertThat(after).as("rows and log").isEqualTo(space.fold());
      for (var one : space.log.subList(logged, space.log.size())) happened(one, before);
      after.values().forEach(this::timerStands);
      wordsAreGone();
    }

    private void happened(Minding.Logged one, Map<UUID, Need> before) {
      if (!one.stream().equals(Minding.OURS)) {
        one.by().ifPresent(by -> assertThat(one.stream()).isEqualTo(by.mine()));
        return;
      }
      assertThat(one.data().toString()).doesNotContain("secret");
      var by = one.by().orElseThrow();
      switch (one.data()) {
        case WordsErased(_, var id) -> ownerIs(by, before.get(id));
        case NeedEvent.Shared shared -> sharedFairly(shared, by, before.get(shared.need()));
        case NeedEvent.RemindProposed proposed -> ownerIs(by, before.get(proposed.need()));
        case NeedEvent.Answered answered -> otherIs(by, before.get(answered.need()));
        case NeedEvent.RemindAgreed agreed -> otherIs(by, before.get(agreed.need()));
        case NeedEvent.RemindStopped _ -> {}
        default -> throw new AssertionError(one);
      }
    }

    private void sharedFairly(NeedEvent.Shared shared, PersonId by, @Nullable Need was) {
      if (was == null) return;
      ownerIs(by, was);
      var no = was.noAt();
      if (no == null || shared.request() == null) return;
      assertThat(now).as("a no rests").isAfterOrEqualTo(no.plus(Duration.ofDays(1)));
    }

    private void ownerIs(PersonId by, @Nullable Need need) {
      assertThat(Objects.requireNonNull(need).author()).isEqualTo(by);
    }

    private void otherIs(PersonId by, @Nullable Need need) {
      assertThat(Objects.requireNonNull(need).author()).isNotEqualTo(by);
      assertThat(need.shared()).isTrue();
    }

    private void timerStands(Need need) {
      var key = NeedTimers.key(Minding.other(need.author()), need.id());
      assertThat(space.due.containsKey(key))
          .as("who agreed is reminded, and nobody else")
          .isEqualTo(need.reminder() instanceof Reminder.Agreed);
      assertThat(space.due).doesNotContainKey(NeedTimers.key(need.author(), need.id()));
    }

    /// Of what was taken back or dropped, no word is left in the log.
    private void wordsAreGone() {
      space.rows.values().stream()
          .filter(row -> !row.shared())
          .forEach(row -> assertThat(space.erased).containsAll(row.holding()));
    }
  }
}
