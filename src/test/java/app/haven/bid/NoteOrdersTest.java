package app.haven.bid;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and dying nodes can meet.
class NoteOrdersTest {
  private static final int ORDERS = 5_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("notes");

  @Test
  void aPlannedNoteGoesOutOnceAtItsTimeOrNotAtAll() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "note.sent",
        "note.planned",
        "note.cancelled",
        "note.passedOn",
        "lost commit",
        "found nothing",
        "conflict",
        "not-found",
        "rate",
        "too-soon",
        "too-long",
        "not-paired");
  }

  /// One order: a random walk, with the promises checked at its end.
  private final class Order {
    private final Random random;
    private final Letterbox box = new Letterbox();
    private final List<Timer> everSet = new ArrayList<>();
    private final boolean chatty;
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      chatty = random.nextInt(20) == 0;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (dice < 60 || chatty) say();
        else if (dice < 75) passTime();
        else look();
        everSet.addAll(box.due.values());
      }
      now = now.plus(Duration.ofDays(400));
      while (!box.due.isEmpty()) {
        fire(box.due.values().stream().min(Comparator.comparing(Timer::at)).orElseThrow(), true);
      }
      check();
    }

    private void say() {
      var by = random.nextBoolean() ? Letterbox.ALEX : Letterbox.SAM;
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = box.say(by, command(by), now, commits);
        orders.count(commits ? event.orElseThrow().kind() : "lost commit");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
    }

    /// The two never make the same id.
    private NoteCommand command(PersonId by) {
      var id = new UUID(by.value().getMostSignificantBits(), random.nextInt(8));
      if (chatty) return new NoteCommand.Send(new UUID(10, random.nextLong()), "Hello.");
      return switch (random.nextInt(5)) {
        case 0 -> new NoteCommand.Send(id, "now " + id);
        case 1, 2 -> plan(id);
        default -> new NoteCommand.Cancel(id);
      };
    }

    private NoteCommand plan(UUID id) {
      var couple = random.nextInt(10) == 0 ? new UUID(4, 4) : Letterbox.COUPLE.value();
      long minutes = random.nextInt(20) == 0 ? 600_000 : random.nextInt(3_000) - 100;
      return new NoteCommand.Plan(
          id, couple, "planned " + random.nextLong(), now.plus(Duration.ofMinutes(minutes)));
    }

    private void passTime() {
      now = Orders.later(random, now, box.due.values(), Duration.ofHours(33), Duration.ofHours(33));
    }

    /// What a worker does: it saw timers, maybe long ago, maybe another was faster, maybe it dies.
    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        fire(everSet.get(random.nextInt(everSet.size())), random.nextInt(5) > 0);
      }
    }

    private void fire(Timer timer, boolean commits) {
      boolean stands =
          timer.equals(box.due.get(timer.key())) && !timer.at().isAfter(now) && commits;
      var event = box.fire(timer, now, commits);
      event.ifPresent(happened -> orders.count(happened.kind()));
      if (stands && event.isEmpty()) orders.count("found nothing");
    }

    private void check() {
      var planned = new HashMap<UUID, Letterbox.Logged>();
      var out = new HashSet<UUID>();
      Set<UUID> told = new HashSet<>();
      for (var logged : box.log) {
        switch (logged.event()) {
          case NoteEvent.Planned plan -> planned.put(plan.note(), logged);
          case NoteEvent.Cancelled(var note) -> {
            assertThat(out).as("cancelled after it went out").doesNotContain(note);
            assertThat(planned.remove(note)).as("cancelled what waits").isNotNull();
          }
          case NoteEvent.Sent sent -> {
            assertThat(logged.stream()).isEqualTo(Letterbox.OURS);
            assertThat(out.add(sent.note())).as("once").isTrue();
            asPlanned(logged, sent, planned.get(sent.note()));
          }
          case NoteEvent.PassedOn(var note) -> {
            assertThat(out).contains(note);
            assertThat(told.add(note)).as("told once").isTrue();
            assertThat(logged.stream().value().getMostSignificantBits())
                .as("its author alone")
                .isEqualTo(note.getMostSignificantBits());
          }
        }
      }
      assertThat(out).as("everything that was not cancelled").containsAll(planned.keySet());
      assertThat(told).isEqualTo(planned.keySet());
      assertThat(box.waiting).isEmpty();
    }

    /// With its author's words, in its author's name, and never early.
    private void asPlanned(
        Letterbox.Logged logged, NoteEvent.Sent sent, Letterbox.@Nullable Logged plan) {
      if (plan == null || !(plan.event() instanceof NoteEvent.Planned planned)) return;
      assertThat(sent.words()).isEqualTo(planned.words());
      assertThat(logged.by()).isEqualTo(plan.by());
      assertThat(logged.at()).isAfterOrEqualTo(planned.at());
    }
  }
}
