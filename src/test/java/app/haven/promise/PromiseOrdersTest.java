package app.haven.promise;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and crashes can meet.
class PromiseOrdersTest {
  private static final int ORDERS = 3_000;
  private static final int STEPS = 60;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("promises");

  @Test
  void whateverTheOrderItsMakerAloneSaysWhatBecomesOfIt() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "promise.made",
        "promise.changed",
        "promise.kept",
        "promise.letGo",
        "promise.thanked",
        "promise.soon",
        "promise.due",
        "with notice",
        "a new time",
        "stands after its time",
        "crash",
        "lost commit",
        "fired twice",
        "same once more",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "too-long",
        "rate");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Promising space = new Promising();
    private final List<Timer> everSet = new ArrayList<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = space.states();
        var by = step();
        everSet.addAll(space.due.values());
        check(before, by);
      }
      toTheEnd();
    }

    /// @return who acted; null for the clock, a timer or a crash
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 75) return say();
      if (dice < 85) passTime();
      else if (dice < 97) orders.look(random, everSet, this::fire);
      else crash();
      return null;
    }

    private PersonId say() {
      var by = random.nextInt(4) > 0 ? Promising.ALEX : Promising.SAM;
      boolean commits = random.nextInt(20) > 0;
      var command = command();
      var before = space.states().get(command.promise());
      try {
        var event = space.say(by, command, now, commits);
        orders.count(
            commits ? event.map(PromiseEvent::kind).orElse("same once more") : "lost commit");
        if (event.orElse(null) instanceof PromiseEvent.Changed changed) {
          var stood = Objects.requireNonNull(before).due();
          assertThat(changed.withNotice()).isEqualTo(now.isBefore(stood));
          orders.count(changed.withNotice() ? "with notice" : "a new time");
        }
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private PromiseCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = any ? some() : known.get(random.nextInt(known.size()));
      return switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> new PromiseCommand.Make(some(), "words", time(), null, null);
        case 5, 6 -> new PromiseCommand.Change(id, "other words", time(), null);
        case 7 -> new PromiseCommand.Keep(id);
        case 8 -> new PromiseCommand.LetGo(id, "words");
        default -> new PromiseCommand.Thank(id, null);
      };
    }

    private UUID some() {
      return new UUID(9, random.nextInt(60));
    }

    private Instant time() {
      return random.nextInt(20) == 0
          ? now.plus(Promise.WITHIN).plus(some(100))
          : now.plus(some(60)).minus(some(6));
    }

    private Duration some(int hours) {
      return Duration.ofMillis(random.nextLong(hours * 3_600_000L));
    }

    private void passTime() {
      now =
          Orders.later(random, now, space.due.values(), Duration.ofHours(1), Duration.ofHours(30));
    }

    private void fire(Timer timer, boolean commits) {
      space
          .fire(timer, now, commits)
          .ifPresent(event -> {
            orders.count(event.kind());
            var promise = Objects.requireNonNull(space.states().get(timer.thing()));
            assertThat(promise)
                .as("nobody is reminded of what is settled")
                .isInstanceOf(Promise.Open.class);
            assertThat(timer.stream()).isEqualTo(promise.card().maker().mine());
          });
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.fold();
    }

    private void check(Map<UUID, Promise> before, @Nullable PersonId by) {
      var after = space.states();
      before.forEach((id, was) -> kept(was, Objects.requireNonNull(after.get(id)), by));
      assertThat(memory(space.rows)).as("rows and log").isEqualTo(memory(space.fold()));
      after.values().forEach(this::timersStand);
      for (var fired : space.fired) {
        assertThat(fired.at()).as("never early").isAfterOrEqualTo(fired.timer().at());
      }
      for (var maker : List.of(Promising.ALEX, Promising.SAM)) {
        assertThat(after.values())
            .filteredOn(one -> one instanceof Promise.Open && one.card().maker().equals(maker))
            .hasSizeLessThanOrEqualTo(Promise.MOST_OPEN);
      }
    }

    /// Its maker alone changes and settles; the other says thank you; the clock does nothing.
    private void kept(Promise was, Promise is, @Nullable PersonId by) {
      if (was.equals(is)) return;
      assertThat(is.card()).isEqualTo(was.card());
      assertThat(by).as("no promise is settled by the clock").isNotNull();
      if (was instanceof Promise.Kept) {
        assertThat(by).isEqualTo(Promising.other(was.card().maker()));
        assertThat(is).isEqualTo(new Promise.Kept(was.card(), was.due(), true));
        return;
      }
      assertThat(was).isInstanceOf(Promise.Open.class);
      assertThat(by).isEqualTo(was.card().maker());
      if (is instanceof Promise.Open) assertThat(is.due()).isAfter(now);
    }

    private Map<UUID, List<Object>> memory(Map<UUID, PromiseRow> rows) {
      return rows.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row -> List.of(row.getValue().state(), row.getValue().seqs().boxed().toList())));
    }

    private void timersStand(Promise promise) {
      var card = promise.card();
      assertThat(PromiseTimers.all(Promising.other(card.maker()), card.id()))
          .as("the partner is never told that a time has come")
          .noneMatch(space.due::containsKey);
      if (!(promise instanceof Promise.Open open)) {
        assertThat(PromiseTimers.all(card.maker(), card.id())).noneMatch(space.due::containsKey);
        return;
      }
      var due = space.due.get(new Timer.Key(card.maker().mine(), PromiseTimers.DUE, card.id()));
      if (due != null) assertThat(due.at()).isEqualTo(open.due());
      else {
        assertThat(now).isAfterOrEqualTo(open.due());
        orders.count("stands after its time");
      }
    }

    /// After a long outage everything is caught up, and what nobody settled simply stands.
    private void toTheEnd() {
      now = now.plus(Duration.ofDays(500));
      var open = space.states();
      while (!space.due.isEmpty()) {
        var before = space.states();
        var first = space.due.values().stream().min(Comparator.comparing(Timer::at)).orElseThrow();
        fire(first, true);
        check(before, null);
      }
      assertThat(space.states()).isEqualTo(open);
      assertThat(space.fired.stream().map(Promising.Fired::timer)).doesNotHaveDuplicates();
    }
  }
}
