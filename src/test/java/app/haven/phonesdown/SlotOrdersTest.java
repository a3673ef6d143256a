package app.haven.phonesdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people and the clock can meet: it takes two to begin and one to
/// end, and whatever happens it comes to an end by itself.
class SlotOrdersTest {
  private static final int ORDERS = 3_000;
  private static final int STEPS = 60;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));

  private final Orders orders = new Orders("phones down");

  @Test
  void whateverTheOrderItTakesTwoToBeginAndItComesToAnEnd() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "phonesDown.proposed",
        "phonesDown.accepted",
        "phonesDown.saidNotNow",
        "phonesDown.withdrawn",
        "phonesDown.soon",
        "phonesDown.begun",
        "phonesDown.ended",
        "phonesDown.faded",
        "ended late",
        "same once more",
        "lost commit",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "invalid",
        "rate");
  }

  private final class Order {
    private final Random random;
    private final Map<UUID, SlotRow> rows = new HashMap<>();
    private final Map<Timer.Key, Timer> due = new TreeMap<>();
    private final SlotDecider decider = new SlotDecider(new Rows());
    private Instant now = START;
    private long seq;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (dice < 65) say();
        else if (dice < 85) {
          now =
              Orders.later(random, now, due.values(), Duration.ofMinutes(20), Duration.ofHours(3));
        } else if (dice < 86) now = now.plus(Duration.ofHours(random.nextInt(30)));
        else fireAll();
        check();
      }
      for (int day = 0; day < 20; day++) {
        now = now.plus(Duration.ofDays(1));
        fireAll();
      }
      assertThat(rows.values()).as("it comes to an end").allMatch(row -> row.overAt() != null);
      assertThat(due).isEmpty();
    }

    private void say() {
      var by = random.nextBoolean() ? ALEX : SAM;
      var command = command();
      var before = Optional.ofNullable(rows.get(command.slot())).map(SlotRow::state);
      try {
        var decision =
            decider.decide(new Who.Paired(by, COUPLE, by.equals(ALEX) ? SAM : ALEX), command, now);
        if (random.nextInt(20) == 0) {
          orders.count("lost commit");
          return;
        }
        var event = commit(decision);
        orders.count(event == null ? "same once more" : event.kind());
        if (event != null) before.ifPresent(was -> allowed(was, event, by));
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
        if (command instanceof PhonesDownCommand.End) {
          assertThat(before.filter(Order::agreed)).as("nobody is held in one").isEmpty();
        }
      }
    }

    private static boolean agreed(Slot slot) {
      return slot instanceof Slot.Agreed || slot instanceof Slot.Running;
    }

    private PhonesDownCommand command() {
      var known = List.copyOf(rows.keySet());
      var standing = rows.values().stream().filter(row -> row.overAt() == null).map(SlotRow::id);
      var id =
          known.isEmpty() || random.nextInt(20) == 0
              ? new UUID(9, random.nextInt(50))
              : standing.findFirst().orElseGet(() -> known.get(random.nextInt(known.size())));
      return switch (random.nextInt(20)) {
        case 0, 1, 2, 3, 4, 5, 6, 7 ->
            new PhonesDownCommand.Propose(
                new UUID(9, random.nextInt(50)),
                random.nextBoolean() ? null : now.plus(Duration.ofMinutes(random.nextInt(200))),
                random.nextInt(5, 100));
        case 8, 9, 10, 11, 12, 13 -> new PhonesDownCommand.Accept(id);
        case 14 -> new PhonesDownCommand.NotNow(id);
        case 15, 16, 17 -> new PhonesDownCommand.Withdraw(id);
        default -> new PhonesDownCommand.End(id);
      };
    }

    private void allowed(Slot was, PhonesDownEvent event, PersonId by) {
      switch (event) {
        case PhonesDownEvent.Accepted _, PhonesDownEvent.SaidNotNow _ ->
            assertThat(by).as("nobody answers for the other").isEqualTo(was.card().to());
        case PhonesDownEvent.Withdrawn _ -> assertThat(by).isEqualTo(was.card().proposedBy());
        case PhonesDownEvent.Ended _ -> assertThat(agreed(was)).isTrue();
        default -> throw new AssertionError(event.kind() + " is nobody's to say");
      }
    }

    private @Nullable PhonesDownEvent commit(Decision decision) {
      var seqs = decision.facts().stream().map(_ -> ++seq).toList();
      decision.saving().save(seqs);
      decision.dropped().forEach(due::remove);
      decision.set().forEach(timer -> due.put(timer.key(), timer));
      return decision.facts().isEmpty()
          ? null
          : (PhonesDownEvent) decision.facts().getFirst().data();
    }

    private void fireAll() {
      for (var timer : List.copyOf(due.values())) {
        if (timer.at().isAfter(now) || due.remove(timer.key()) == null) continue;
        var event = commit(decider.fire(timer, List.of(ALEX, SAM), now));
        if (event == null) continue;
        orders.count(event.kind());
        if (!event.kind().equals(timer.kind())) orders.count("ended late");
      }
    }

    private void check() {
      var standing = rows.values().stream().filter(row -> row.overAt() == null).toList();
      assertThat(standing).as("one at a time").hasSizeLessThanOrEqualTo(1);
      assertThat(due.keySet().stream().filter(key -> !key.kind().equals(SlotTimers.SOON)))
          .as("what stands goes on by itself, and nothing else")
          .hasSameSizeAs(standing);
      for (var row : standing) {
        if (row.state() instanceof Slot.Running running) {
          assertThat(Duration.between(now, running.until()))
              .as("nobody is out of reach for longer than was agreed")
              .isLessThanOrEqualTo(running.card().length());
        }
      }
    }

    /// The answers of the real repository, from the rows in memory.
    private final class Rows extends Slots {
      @Override
      Optional<SlotRow> of(StreamId ours, UUID slot) {
        return Optional.ofNullable(rows.get(slot));
      }

      @Override
      Optional<SlotRow> standing(StreamId ours) {
        return rows.values().stream().filter(row -> row.overAt() == null).findFirst();
      }

      @Override
      List<Instant> last(StreamId ours, PersonId person) {
        return by(person).limit(Proposing.MOST).map(SlotRow::proposedAt).toList();
      }

      @Override
      Optional<Instant> no(StreamId ours, PersonId person) {
        return by(person)
            .filter(row -> row.notNowAt() != null)
            .map(row -> Objects.requireNonNull(row.notNowAt()))
            .findFirst();
      }

      private Stream<SlotRow> by(PersonId person) {
        return rows.values().stream()
            .filter(row -> row.state().card().proposedBy().equals(person))
            .sorted(Comparator.comparingLong(SlotRow::proposedSeq).reversed());
      }

      @Override
      void add(SlotRow row) {
        rows.put(row.id(), row);
      }
    }
  }
}
