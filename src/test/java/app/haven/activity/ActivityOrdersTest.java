package app.haven.activity;

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

/// Thousands of orders in which two people and the clock can meet: the turn is kept, and whatever
/// happens it comes to an end.
class ActivityOrdersTest {
  private static final int ORDERS = 3_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));
  private static final CoupleId COUPLE = new CoupleId(new UUID(3, 3));

  private final Orders orders = new Orders("activities");

  @Test
  void whateverTheOrderTheTurnIsKeptAndNobodyIsStuck() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "activity.offered",
        "activity.answered",
        "activity.passed",
        "activity.ended",
        "activity.faded",
        "taken over",
        "same once more",
        "lost commit",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "invalid");
  }

  private final class Order {
    private final Random random;
    private final Map<UUID, ActivityRow> rows = new HashMap<>();
    private final Map<Timer.Key, Timer> due = new TreeMap<>();
    private final ActivityDecider decider = new ActivityDecider(new Rows());
    private Instant now = START;
    private long seq;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (dice < 75) say();
        else if (dice < 90) now = now.plus(Duration.ofSeconds(random.nextInt(2_000)));
        else if (dice < 94) now = now.plus(Duration.ofHours(random.nextInt(30)));
        else fireAll();
        check();
      }
      now = now.plus(Duration.ofDays(2));
      fireAll();
      assertThat(rows.values()).as("it comes to an end").allMatch(row -> row.overAt() != null);
      assertThat(due).isEmpty();
    }

    private void say() {
      var by = random.nextBoolean() ? ALEX : SAM;
      var command = command();
      var before = Optional.ofNullable(rows.get(command.activity())).map(ActivityRow::state);
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
      }
    }

    private ActivityCommand command() {
      var known = List.copyOf(rows.keySet());
      var standing =
          rows.values().stream().filter(row -> row.overAt() == null).map(ActivityRow::id);
      var id =
          known.isEmpty() || random.nextInt(20) == 0
              ? new UUID(9, random.nextInt(50))
              : standing.findFirst().orElseGet(() -> known.get(random.nextInt(known.size())));
      return switch (random.nextInt(10)) {
        case 0, 1 ->
            new ActivityCommand.Offer(
                new UUID(9, random.nextInt(50)), Which.values()[random.nextInt(3)]);
        case 2, 3 -> new ActivityCommand.Answer(id, Answer.values()[random.nextInt(2)]);
        case 4 -> new ActivityCommand.End(id);
        default -> new ActivityCommand.Pass(id, random.nextInt(1, 5));
      };
    }

    private void allowed(Activity was, ActivityEvent event, PersonId by) {
      if (!(was instanceof Activity.Running running)) return;
      if (!(event instanceof ActivityEvent.Passed passed)) return;
      assertThat(passed.step()).as("one step at a time").isEqualTo(running.step() + 1);
      var turn = was.standing().turn();
      if (turn == null || turn.equals(by)) return;
      orders.count("taken over");
      assertThat(now).isAfterOrEqualTo(running.until().plus(Activity.GRACE));
    }

    private @Nullable ActivityEvent commit(Decision decision) {
      var seqs = decision.facts().stream().map(_ -> ++seq).toList();
      decision.saving().save(seqs);
      decision.dropped().forEach(due::remove);
      decision.set().forEach(timer -> due.put(timer.key(), timer));
      return decision.facts().isEmpty() ? null : (ActivityEvent) decision.facts().getFirst().data();
    }

    private void fireAll() {
      for (var timer : List.copyOf(due.values())) {
        if (timer.at().isAfter(now)) continue;
        due.remove(timer.key());
        var event = commit(decider.fire(timer, List.of(ALEX, SAM), now));
        if (event != null) orders.count(event.kind());
      }
    }

    private void check() {
      var standing = rows.values().stream().filter(row -> row.overAt() == null).toList();
      assertThat(standing).as("one at a time").hasSizeLessThanOrEqualTo(1);
      assertThat(due).as("what stands ends by itself, and nothing else").hasSameSizeAs(standing);
    }

    /// The answers of the real repository, from the rows in memory.
    private final class Rows extends Activities {
      @Override
      Optional<ActivityRow> of(StreamId ours, UUID activity) {
        return Optional.ofNullable(rows.get(activity));
      }

      @Override
      Optional<ActivityRow> standing(StreamId ours) {
        return rows.values().stream().filter(row -> row.overAt() == null).findFirst();
      }

      @Override
      List<Instant> last(StreamId ours, PersonId person) {
        return by(person).limit(Activity.MOST).map(ActivityRow::offeredAt).toList();
      }

      @Override
      Optional<Instant> no(StreamId ours, PersonId person, Which which) {
        return by(person)
            .filter(row -> row.state().card().which() == which && row.notNowAt() != null)
            .map(row -> Objects.requireNonNull(row.notNowAt()))
            .findFirst();
      }

      private Stream<ActivityRow> by(PersonId person) {
        return rows.values().stream()
            .filter(row -> row.state().card().offeredBy().equals(person))
            .sorted(Comparator.comparingLong(ActivityRow::offeredSeq).reversed());
      }

      @Override
      void add(ActivityRow row) {
        rows.put(row.id(), row);
      }
    }
  }
}
