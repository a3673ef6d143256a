package app.haven.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ten thousand orders in which two people, the clock and crashes can meet.
class TimeoutOrdersTest {
  private static final int ORDERS = 10_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("time-outs");

  @Test
  void whateverTheOrderThePromisesHold() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "timeout.called",
        "timeout.acknowledged",
        "timeout.checkedIn",
        "timeout.extended",
        "timeout.returned",
        "timeout.letGo",
        "timeout.noted",
        "timeout.endingSoon",
        "timeout.due",
        "timeout.overdue",
        "timeout.lapsed",
        "timeout.talkSoon",
        "crash",
        "lost commit",
        "fired twice",
        "same once more",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "too-long",
        "too-late");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Space space = new Space();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Timer> everSet = new ArrayList<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      for (int i = 0; i < 4; i++) ids.add(new UUID(9, i));
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = states();
        var cause = step();
        everSet.addAll(space.due.values());
        check(before, states(), cause);
      }
      toTheEnd();
    }

    private Map<UUID, Timeout> states() {
      return space.rows.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().state()));
    }

    /// @return who acted; null for the clock, a timer or a crash
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 60) return say();
      if (dice < 75) passTime();
      else if (dice < 95) look();
      else crash();
      return null;
    }

    private PersonId say() {
      var by = random.nextBoolean() ? Space.ALEX : Space.SAM;
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = space.say(by, command(), now, commits);
        orders.count(
            commits ? event.map(TimeoutEvent::kind).orElse("same once more") : "lost commit");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private TimeoutCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = (any ? ids : known).get(random.nextInt(any ? ids.size() : known.size()));
      return switch (random.nextInt(9)) {
        case 0, 1, 2 -> call(ids.get(random.nextInt(ids.size())));
        case 3 -> new TimeoutCommand.Acknowledge(id, words());
        case 4 -> new TimeoutCommand.CheckIn(id, words());
        case 5 -> new TimeoutCommand.Extend(id, minutes(), null, words());
        case 6 -> new TimeoutCommand.Return(id, talkAt(), words());
        case 7 -> new TimeoutCommand.LetGo(id, words());
        default -> new TimeoutCommand.Note(id, "The school called.");
      };
    }

    private TimeoutCommand call(UUID id) {
      return random.nextBoolean()
          ? new TimeoutCommand.Call(id, minutes(), null, words(), null, null)
          : new TimeoutCommand.Call(id, null, now.plus(some(1500)), words(), null, null);
    }

    private Integer minutes() {
      int[] edges = {-1, 0, 4, 5, 9, 10, 20, 30, 60, 1439, 1440, 1441};
      return edges[random.nextInt(edges.length)];
    }

    private @Nullable Instant talkAt() {
      return random.nextInt(3) == 0 ? now.plus(some(10)).plus(some(12_000)) : null;
    }

    private @Nullable String words() {
      return random.nextBoolean() ? null : "words " + random.nextInt(2);
    }

    private Duration some(int minutes) {
      return Duration.ofMillis(random.nextInt(minutes * 60_000));
    }

    private void passTime() {
      now =
          Orders.later(
              random, now, space.due.values(), Duration.ofMinutes(5), Duration.ofHours(30));
    }

    /// What a worker does: it saw timers, maybe long ago, maybe another was faster, maybe it dies.
    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        var timer = everSet.get(random.nextInt(everSet.size()));
        if (olderStands(timer)) continue;
        fire(timer, random.nextInt(10) > 0);
        if (random.nextInt(4) == 0) {
          orders.count("fired twice");
          assertThat(space.fire(timer, now, true))
              .as("a timer that fired")
              .satisfies(again -> {
                if (timesFired(timer) > 1) throw new AssertionError("twice: " + timer);
              });
        }
      }
    }

    /// A worker takes the oldest first: nobody is told of a lapse before the time itself.
    private boolean olderStands(Timer timer) {
      return space.due.values().stream()
          .anyMatch(
              other -> other.thing().equals(timer.thing()) && other.at().isBefore(timer.at()));
    }

    private long timesFired(Timer timer) {
      return space.fired.stream().filter(fired -> fired.timer().equals(timer)).count();
    }

    private void fire(Timer timer, boolean commits) {
      var before = space.rows.get(timer.thing());
      var state = before == null ? null : before.state();
      space
          .fire(timer, now, commits)
          .ifPresent(event -> {
            orders.count(event.kind());
            told(event, Objects.requireNonNull(state));
          });
    }

    /// What may be said by the server, seen from the log alone.
    private void told(TimeoutEvent event, Timeout before) {
      switch (event) {
        case TimeoutEvent.EndingSoon(_, var returnAt) -> openUntil(before, returnAt);
        case TimeoutEvent.Due(_, var returnAt) -> openUntil(before, returnAt);
        case TimeoutEvent.Overdue(var id, var returnAt) -> {
          openUntil(before, returnAt);
          assertThat(space.log)
              .as("no sign of life near the time")
              .noneMatch(logged ->
                  logged.event() instanceof TimeoutEvent.CheckedIn(var of, _)
                      && of.equals(id)
                      && !logged.at().isBefore(returnAt.minus(Duration.ofMinutes(5))));
        }
        case TimeoutEvent.Lapsed _ ->
            assertThat(now)
                .isAfterOrEqualTo(((Timeout.Open) before).returnAt().plus(Duration.ofHours(24)));
        case TimeoutEvent.TalkSoon(_, var talkAt) ->
            assertThat(((Timeout.Ended) before).talkAt()).isEqualTo(talkAt);
        default -> throw new AssertionError("the server does not say " + event.kind());
      }
    }

    private void openUntil(Timeout before, Instant returnAt) {
      assertThat(((Timeout.Open) before).returnAt()).isEqualTo(returnAt);
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.fold();
    }

    private void check(Map<UUID, Timeout> before, Map<UUID, Timeout> after, @Nullable PersonId by) {
      oneOpenEach(after);
      before.forEach((id, was) -> kept(was, Objects.requireNonNull(after.get(id)), by));
      assertThat(memory(space.rows)).as("rows and log").isEqualTo(memory(space.fold()));
      after.values().forEach(this::timersStand);
      for (var fired : space.fired) {
        assertThat(fired.at()).as("never early").isAfterOrEqualTo(fired.timer().at());
      }
      assertThat(space.fired.stream().map(Space.Fired::timer)).doesNotHaveDuplicates();
    }

    private void oneOpenEach(Map<UUID, Timeout> after) {
      assertThat(
              after.values().stream()
                  .filter(state -> state instanceof Timeout.Open)
                  .map(Timeout::caller))
          .as("one open each")
          .doesNotHaveDuplicates();
    }

    private void kept(Timeout was, Timeout is, @Nullable PersonId by) {
      switch (was) {
        case Timeout.Ended ended ->
            assertThat(is).as("after the end nothing changes").isEqualTo(ended);
        case Timeout.Open open -> {
          boolean partner = by != null && !by.equals(open.caller());
          switch (is) {
            case Timeout.Open still -> {
              assertThat(still.returnAt()).as("never shortened").isAfterOrEqualTo(open.returnAt());
              assertThat(still.notes()).isBetween(open.notes(), 3);
              if (partner) {
                assertThat(still.returnAt()).isEqualTo(open.returnAt());
                assertThat(still.checkedInAt()).isEqualTo(open.checkedInAt());
              } else {
                assertThat(still.notes()).isEqualTo(open.notes());
                assertThat(still.acknowledged()).isEqualTo(open.acknowledged());
              }
            }
            case Timeout.Ended ended -> {
              assertThat(partner).as("ended by the partner").isFalse();
              assertThat(ended.how() == Timeout.Ending.LAPSED).isEqualTo(by == null);
            }
          }
        }
      }
    }

    private Map<UUID, List<Object>> memory(Map<UUID, TimeoutRow> rows) {
      return rows.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row -> List.of(row.getValue().state(), row.getValue().seqs().boxed().toList())));
    }

    private void timersStand(Timeout state) {
      var keys = TimeoutTimers.whileOpen(Space.OURS, state);
      if (!(state instanceof Timeout.Open open)) {
        assertThat(space.due)
            .as("timers after the end")
            .doesNotContainKeys(keys.toArray(Timer.Key[]::new));
        return;
      }
      stands(keys.get(1), open.returnAt());
      stands(keys.get(2), open.returnAt().plus(Duration.ofMinutes(5)));
      assertThat(space.due.get(keys.get(3)))
          .extracting(Timer::at)
          .isEqualTo(open.returnAt().plus(Duration.ofHours(24)));
    }

    /// A timer stands for exactly its moment, or that moment has come.
    private void stands(Timer.Key key, Instant at) {
      var timer = space.due.get(key);
      if (timer == null) assertThat(now).isAfterOrEqualTo(at);
      else assertThat(timer.at()).isEqualTo(at);
    }

    /// After a long outage everything is caught up, in order of time, and nothing stays open.
    private void toTheEnd() {
      now = now.plus(Duration.ofDays(20));
      while (!space.due.isEmpty()) {
        var first =
            space.due.values().stream()
                .min((one, other) -> one.at().compareTo(other.at()))
                .orElseThrow();
        var before = states();
        fire(first, true);
        check(before, states(), null);
      }
      assertThat(space.states()).noneMatch(state -> state instanceof Timeout.Open);
      space
          .states()
          .map(Timeout.Ended.class::cast)
          .filter(ended -> ended.how() == Timeout.Ending.LAPSED)
          .forEach(ended ->
              assertThat(space.fired.stream().map(Space.Fired::timer))
                  .contains(
                      new Timer(
                          ended.caller().mine(), TimeoutTimers.DUE, ended.id(), ended.returnAt())));
    }
  }
}
