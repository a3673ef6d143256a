package app.haven.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and crashes can meet.
class RepairOrdersTest {
  private static final int ORDERS = 5_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("repairs");

  @Test
  void whateverTheOrderNobodyIsPressed() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "repair.offered",
        "repair.answered",
        "repair.withdrawn",
        "repair.due",
        "repair.followUpAsked",
        "repair.followUpEnded",
        "repair.followUpDue",
        "crash",
        "lost commit",
        "fired twice",
        "same once more",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "too-long",
        "invalid",
        "rate");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Mending space = new Mending();
    private final List<Timer> everSet = new ArrayList<>();
    private final boolean chatty;
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      chatty = random.nextInt(20) == 0;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = states();
        var asked = Map.copyOf(space.followUps);
        var by = step();
        everSet.addAll(space.due.values());
        check(before, asked, by);
      }
    }

    private Map<UUID, Repair> states() {
      return space.rows.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().state()));
    }

    /// @return who acted; null for the clock, a timer or a crash
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 70) return say();
      if (dice < 80) passTime();
      else if (dice < 96) orders.look(random, everSet, this::fire);
      else crash();
      return null;
    }

    private PersonId say() {
      var by = random.nextBoolean() ? Mending.ALEX : Mending.SAM;
      boolean commits = random.nextInt(20) > 0;
      var command = command();
      if (command instanceof RepairCommand.Offer offer) remembersRest(offer);
      try {
        var event = space.say(by, command, now, commits);
        orders.count(
            commits ? event.map(RepairEvent::wire).orElse("same once more") : "lost commit");
        event.filter(RepairEvent.Offered.class::isInstance).ifPresent(this::keptRest);
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private @Nullable Instant rest;

    private void remembersRest(RepairCommand.Offer offer) {
      rest =
          space.rows.values().stream()
              .filter(row -> row.state().attempt().thread().equals(offer.thread()))
              .map(RepairRow::until)
              .filter(Objects::nonNull)
              .max(Instant::compareTo)
              .orElse(null);
    }

    private void keptRest(RepairEvent offered) {
      if (rest != null) assertThat(now).as("time that was asked for").isAfterOrEqualTo(rest);
    }

    private RepairCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = any ? new UUID(9, random.nextInt(40)) : known.get(random.nextInt(known.size()));
      return switch (chatty ? 0 : random.nextInt(12)) {
        case 0, 1, 2, 3 -> offer(id);
        case 4, 5, 6, 7 -> new RepairCommand.Answer(id, one(Answer.values()), until(), words());
        case 8 -> new RepairCommand.Withdraw(id);
        case 9, 10 -> new RepairCommand.AskFollowUp(id, random.nextInt(0, 12) - 1);
        default -> new RepairCommand.EndFollowUp(id);
      };
    }

    /// Somebody in a hurry now and then, or nobody ever reaches the limit.
    private RepairCommand offer(UUID known) {
      if (chatty) return Mending.words(new UUID(10, random.nextLong()), null, "Sorry.");
      var id = new UUID(9, random.nextInt(40));
      var thread = random.nextInt(3) == 0 ? known : null;
      return switch (random.nextInt(4)) {
        case 0 -> Mending.phrase(id, thread, one(Phrase.values()));
        case 1 -> Mending.words(id, thread, "words");
        case 2 -> Mending.parts(id, "I was loud.", "It hurt.", random.nextBoolean() ? "So." : null);
        default -> new RepairCommand.Offer(id, thread, null, words(), null, null, null, true, null);
      };
    }

    private <T> T one(T[] all) {
      return all[random.nextInt(all.length)];
    }

    private @Nullable Instant until() {
      if (random.nextInt(3) == 0) return null;
      return now.plus(some(35 * 24 * 60)).minus(some(24 * 60));
    }

    private @Nullable String words() {
      return random.nextInt(3) == 0 ? null : "words " + random.nextInt(2);
    }

    private Duration some(int minutes) {
      return Duration.ofMillis(random.nextLong(minutes * 60_000L));
    }

    private void passTime() {
      now =
          Orders.later(
              random, now, space.due.values(), Duration.ofMinutes(5), Duration.ofHours(30));
    }

    private void fire(Timer timer, boolean commits) {
      space
          .fire(timer, now, commits)
          .ifPresent(event -> {
            orders.count(event.wire());
            told(event, timer);
          });
    }

    /// What may be said by the server, and to whom alone.
    private void told(RepairEvent event, Timer timer) {
      switch (event) {
        case RepairEvent.Due due -> {
          var heard = (Repair.Heard) Objects.requireNonNull(states().get(due.repair()));
          assertThat(heard.answer()).isEqualTo(Answer.NEED_TIME);
          assertThat(timer.stream()).isEqualTo(Mending.other(heard.attempt().giver()).mine());
        }
        case RepairEvent.FollowUpDue due -> {
          var asked = Objects.requireNonNull(space.followUps.get(due.thread()));
          assertThat(timer.stream()).isEqualTo(asked.giver().mine());
          assertThat(Duration.between(asked.askedAt(), timer.at()).toMillis())
              .as("in whole rounds")
              .isPositive()
              .satisfies(
                  passed -> assertThat(passed % Duration.ofDays(asked.days()).toMillis()).isZero());
        }
        default -> throw new AssertionError("the server does not say " + event.wire());
      }
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.foldedRows();
      space.followUps = space.foldedFollowUps();
    }

    private void check(Map<UUID, Repair> before, Map<UUID, FollowUp> asked, @Nullable PersonId by) {
      var after = states();
      before.forEach((id, was) -> kept(was, Objects.requireNonNull(after.get(id)), by));
      asked.forEach((thread, was) -> {
        if (!was.equals(space.followUps.get(thread))) {
          assertThat(by).as("ended by the receiver").isEqualTo(Mending.other(was.giver()));
        }
      });
      assertThat(memory(space.rows)).as("rows and log").isEqualTo(memory(space.foldedRows()));
      assertThat(space.followUps).isEqualTo(space.foldedFollowUps());
      timersStand(after);
      for (var fired : space.fired) {
        assertThat(fired.at()).as("never early").isAfterOrEqualTo(fired.timer().at());
      }
      assertThat(space.fired.stream().map(Mending.Fired::timer)).doesNotHaveDuplicates();
      threadsHaveOneGiver(after);
      noneTooOften();
      nothingIsToldOfSilence();
    }

    /// The giver alone takes back, the other alone answers, the clock does neither.
    private void kept(Repair was, Repair is, @Nullable PersonId by) {
      if (was.equals(is)) return;
      boolean own = was.attempt().giver().equals(by);
      assertThat(is.attempt()).isEqualTo(was.attempt());
      assertThat(was).as("after taking back nothing changes").isNotInstanceOf(Repair.Gone.class);
      switch (is) {
        case Repair.Open _ -> throw new AssertionError("opened once more");
        case Repair.Gone _ -> assertThat(own).as("taken back by its giver").isTrue();
        case Repair.Heard _ -> assertThat(by != null && !own).as("answered by the other").isTrue();
      }
    }

    private Map<UUID, List<Object>> memory(Map<UUID, RepairRow> rows) {
      return rows.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row -> List.of(row.getValue().state(), row.getValue().seqs().boxed().toList())));
    }

    /// Exactly those that are promised: what stands and has not come yet, and no other.
    private void timersStand(Map<UUID, Repair> repairs) {
      var promised = new HashMap<Timer.Key, Instant>();
      for (var repair : repairs.values()) {
        if (repair instanceof Repair.Heard heard && heard.until() != null) {
          var answering = Mending.other(heard.attempt().giver());
          promised.put(RepairTimers.due(answering, heard.attempt().id()), heard.until());
        }
      }
      for (var asked : space.followUps.values()) {
        var key = RepairTimers.followUp(asked.giver(), asked.thread());
        assertThat(space.due).as("a follow-up has its next round").containsKey(key);
        promised.put(key, Objects.requireNonNull(space.due.get(key)).at());
      }
      space.due.forEach((key, timer) -> assertThat(timer.at()).isEqualTo(promised.get(key)));
      promised.forEach((key, at) -> {
        if (at.isAfter(now)) assertThat(space.due).containsKey(key);
      });
    }

    private void threadsHaveOneGiver(Map<UUID, Repair> repairs) {
      for (var repair : repairs.values()) {
        var first = Objects.requireNonNull(repairs.get(repair.attempt().thread())).attempt();
        assertThat(first.thread()).isEqualTo(first.id());
        assertThat(first.giver()).isEqualTo(repair.attempt().giver());
      }
    }

    private void noneTooOften() {
      var given =
          space.rows.values().stream()
              .map(row -> row.state().attempt())
              .collect(Collectors.groupingBy(Repair.Attempt::giver));
      given
          .values()
          .forEach(all -> {
            var times = all.stream().map(Repair.Attempt::offeredAt).sorted().toList();
            for (int i = Repair.MOST; i < times.size(); i++) {
              assertThat(times.get(i))
                  .isAfterOrEqualTo(times.get(i - Repair.MOST).plus(Repair.WINDOW));
            }
          });
    }

    /// What a giver can read of an attempt without an answer is what they knew when they made it.
    private void nothingIsToldOfSilence() {
      space.rows.values().stream()
          .map(row -> row.state().standing())
          .filter(standing -> standing.answer() == null && standing.withdrawnAt() == null)
          .forEach(standing ->
              assertThat(Json.MAPPER.<ObjectNode>valueToTree(standing).fieldNames())
                  .toIterable()
                  .isSubsetOf("repair", "thread", "giver", "offeredAt"));
    }
  }
}
