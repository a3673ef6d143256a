package app.haven.concern;

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
class ConcernOrdersTest {
  private static final int ORDERS = 5_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("concerns");

  @Test
  void whateverTheOrderOneAtATimeIsHeard() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "concern.kept",
        "concern.discarded",
        "concern.raised",
        "parked",
        "concern.opened",
        "concern.heard",
        "concern.timeNeeded",
        "concern.closed",
        "concern.withdrawn",
        "concern.rested",
        "concern.due",
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
    private final Hearing space = new Hearing();
    private final List<Timer> everSet = new ArrayList<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = space.states();
        int logged = space.log.size();
        var by = step();
        everSet.addAll(space.due.values());
        check(before, by, logged);
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
      var by = random.nextBoolean() ? Hearing.ALEX : Hearing.SAM;
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = space.say(by, command(), now, commits);
        orders.count(
            commits ? event.map(ConcernEvent::kind).orElse("same once more") : "lost commit");
        event
            .filter(happened -> happened instanceof ConcernEvent.Raised raised && raised.parked())
            .ifPresent(_ -> orders.count("parked"));
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private ConcernCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = any ? some() : known.get(random.nextInt(known.size()));
      return switch (random.nextInt(13)) {
        case 0, 1, 2 -> new ConcernCommand.Raise(some(), "saw", "felt", null, "need", null);
        case 3 -> new ConcernCommand.Keep(some(), "secret", null, null, null, null);
        case 4 -> new ConcernCommand.Discard(some());
        case 5, 6 -> new ConcernCommand.Hear(id, "words");
        case 7, 8 -> new ConcernCommand.NeedTime(id, now.plus(some(9 * 24)).minus(some(24)));
        case 9 -> new ConcernCommand.Close(id, How.ENOUGH);
        case 10 -> new ConcernCommand.Withdraw(id);
        default -> new ConcernCommand.Open(id);
      };
    }

    private UUID some() {
      return new UUID(9, random.nextInt(30));
    }

    private Duration some(int hours) {
      return Duration.ofMillis(random.nextLong(hours * 3_600_000L));
    }

    private void passTime() {
      now =
          Orders.later(random, now, space.due.values(), Duration.ofHours(1), Duration.ofHours(30));
    }

    private void fire(Timer timer, boolean commits) {
      var before = Objects.requireNonNull(space.states().get(timer.thing()));
      space
          .fire(timer, now, commits)
          .ifPresent(event -> {
            orders.count(event.kind());
            told(event, timer, before);
          });
    }

    /// What may be said by the server: that one rests, and to who asked for time that it is time.
    private void told(ConcernEvent event, Timer timer, Concern before) {
      assertThat(before).isInstanceOf(Concern.Open.class);
      switch (event) {
        case ConcernEvent.Rested _ -> assertThat(timer.stream()).isEqualTo(Hearing.OURS);
        case ConcernEvent.Due _ -> {
          assertThat(((Concern.Open) before).needsTimeUntil()).isEqualTo(timer.at());
          assertThat(timer.stream())
              .as("for who said it alone")
              .isEqualTo(Hearing.other(before.card().author()).mine());
        }
        default -> throw new AssertionError("the server does not say " + event.kind());
      }
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.fold();
    }

    private void check(Map<UUID, Concern> before, @Nullable PersonId by, int logged) {
      var after = space.states();
      assertThat(after.values().stream().filter(Concern.Open.class::isInstance))
          .as("one at a time")
          .hasSizeLessThanOrEqualTo(1);
      before.forEach((id, was) -> kept(was, Objects.requireNonNull(after.get(id)), by));
      assertThat(memory(space.rows)).as("rows and log").isEqualTo(memory(space.fold()));
      after.values().forEach(this::timersStand);
      for (var fired : space.fired) {
        assertThat(fired.at()).as("never early").isAfterOrEqualTo(fired.timer().at());
      }
      draftsStayTheirs(logged);
      noneTooOften();
    }

    /// The author alone opens, ends and takes back; the other alone hears; the clock lets rest.
    private void kept(Concern was, Concern is, @Nullable PersonId by) {
      if (was.equals(is)) return;
      boolean own = was.card().author().equals(by);
      assertThat(is.card()).isEqualTo(was.card());
      assertThat(was).as("after taking back nothing changes").isNotInstanceOf(Concern.Gone.class);
      switch (is) {
        case Concern.Open open when was instanceof Concern.Parked parked -> {
          assertThat(own).as("a parked one never opens by itself").isTrue();
          assertThat(open.said()).isEqualTo(parked.said());
        }
        case Concern.Open open -> {
          assertThat(was).isInstanceOf(Concern.Open.class);
          assertThat(by != null && !own).as("heard by the other").isTrue();
          assertThat(open.said()).isBetween(was.said(), was.said() + 1);
        }
        case Concern.Parked _ -> {
          assertThat(by).as("rests by the clock").isNull();
          assertThat(was).isInstanceOf(Concern.Open.class);
        }
        case Concern.Closed _ -> {
          assertThat(own).as("enough for its author").isTrue();
          assertThat(was).isInstanceOf(Concern.Open.class);
        }
        case Concern.Gone _ -> assertThat(own).as("taken back by its author").isTrue();
      }
    }

    private Map<UUID, List<Object>> memory(Map<UUID, ConcernRow> rows) {
      return rows.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row ->
                      List.of(
                          row.getValue().state(),
                          String.valueOf(row.getValue().freedAt()),
                          row.getValue().seqs().boxed().toList())));
    }

    private void timersStand(Concern concern) {
      var card = concern.card();
      var rests = space.due.get(new Timer.Key(Hearing.OURS, ConcernTimers.RESTED, card.id()));
      assertThat(rests != null).as("an open one rests").isEqualTo(concern instanceof Concern.Open);
      assertThat(space.due)
          .as("its author is never reminded")
          .doesNotContainKey(new Timer.Key(card.author().mine(), ConcernTimers.DUE, card.id()));
      var hearing = Hearing.other(card.author()).mine();
      var due = space.due.get(new Timer.Key(hearing, ConcernTimers.DUE, card.id()));
      var until = concern instanceof Concern.Open open ? open.needsTimeUntil() : null;
      if (until == null) assertThat(due).isNull();
      else if (due == null) assertThat(now).isAfterOrEqualTo(until);
      else assertThat(due.at()).isEqualTo(until);
      if (rests != null && until != null) {
        assertThat(rests.at()).as("not within the time asked for").isAfter(until);
      }
    }

    /// What one keeps is never part of what both read, and only its author can keep or discard it.
    private void draftsStayTheirs(int logged) {
      for (var one : space.log.subList(logged, space.log.size())) {
        var by = one.by();
        switch (one.event()) {
          case ConcernEvent.Kept _, ConcernEvent.Discarded _ ->
              assertThat(one.stream()).isEqualTo(by.orElseThrow().mine());
          case ConcernEvent.Due _ -> assertThat(one.stream()).isNotEqualTo(Hearing.OURS);
          default -> {
            assertThat(one.stream()).isEqualTo(Hearing.OURS);
            assertThat(one.event().toString()).doesNotContain("secret");
          }
        }
      }
    }

    private void noneTooOften() {
      space.rows.values().stream()
          .map(row -> row.state().card())
          .collect(Collectors.groupingBy(Concern.Card::author))
          .values()
          .forEach(all -> {
            var times = all.stream().map(Concern.Card::raisedAt).sorted().toList();
            for (int i = Concern.MOST; i < times.size(); i++) {
              var before = times.get(i - Concern.MOST);
              assertThat(times.get(i)).isAfterOrEqualTo(before.plus(Concern.WINDOW));
            }
          });
    }

    /// After a long outage everything is caught up and the place is free.
    private void toTheEnd() {
      now = now.plus(Duration.ofDays(500));
      while (!space.due.isEmpty()) {
        var before = space.states();
        int logged = space.log.size();
        var first = space.due.values().stream().min(Comparator.comparing(Timer::at)).orElseThrow();
        fire(first, true);
        check(before, null, logged);
      }
      assertThat(space.states().values()).noneMatch(Concern.Open.class::isInstance);
      assertThat(space.fired.stream().map(Hearing.Fired::timer)).doesNotHaveDuplicates();
    }
  }
}
