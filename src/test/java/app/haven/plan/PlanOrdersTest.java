package app.haven.plan;

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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, their surprises, the clock and dying nodes can meet.
class PlanOrdersTest {
  private static final int ORDERS = 5_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("plans");

  @Test
  void aSurpriseOpensOnceAtItsTimeOrByHandOrNotAtAll() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "plan.made",
        "plan.hidden",
        "plan.discarded",
        "plan.passedOn",
        "plan.answered",
        "plan.leadChanged",
        "plan.letGo",
        "opened by hand",
        "lost commit",
        "found nothing",
        "nothing new",
        "conflict",
        "not-found",
        "rate",
        "too-soon",
        "too-long",
        "not-paired",
        "not-yours",
        "invalid");
  }

  /// One order: a random walk, with the promises checked at its end.
  private final class Order {
    private final Random random;
    private final Drawer drawer = new Drawer();
    private final List<Timer> everSet = new ArrayList<>();
    private final boolean busy;
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      busy = random.nextInt(20) == 0;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (dice < 65 || busy) say();
        else if (dice < 78) passTime();
        else look();
        everSet.addAll(drawer.due.values());
      }
      now = now.plus(Duration.ofDays(400));
      while (!drawer.due.isEmpty()) {
        var next = drawer.due.values().stream().min(Comparator.comparing(Timer::at));
        fire(next.orElseThrow(), true);
      }
      check();
    }

    private void say() {
      var by = random.nextBoolean() ? Drawer.ALEX : Drawer.SAM;
      boolean commits = random.nextInt(20) > 0;
      var command = command(by);
      try {
        var event = drawer.say(by, command, now, commits);
        if (!commits) orders.count("lost commit");
        else orders.count(event.map(PlanEvent::kind).orElse("nothing new"));
        if (event.isPresent() && command instanceof PlanCommand.Reveal)
          orders.count("opened by hand");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
    }

    /// The two never make the same id, and each names the other's too.
    private PlanCommand command(PersonId by) {
      if (busy) return make(new UUID(10, random.nextLong()));
      var id = of(by);
      var any = of(random.nextBoolean() ? by : Drawer.other(by));
      return switch (random.nextInt(9)) {
        case 0 -> make(id);
        case 1, 2 -> hide(id);
        case 3 -> new PlanCommand.Discard(any);
        case 4 -> new PlanCommand.Reveal(any);
        case 5 -> new PlanCommand.LetGo(any);
        case 6 -> new PlanCommand.Lead(any, random.nextBoolean());
        default ->
            new PlanCommand.Answer(
                any, Answer.values()[random.nextInt(4)], random.nextBoolean() ? "Hm." : null);
      };
    }

    private UUID of(PersonId person) {
      return new UUID(person.value().getMostSignificantBits(), random.nextInt(8));
    }

    private PlanCommand make(UUID id) {
      return new PlanCommand.Make(id, "made " + id, time(), lead(), null);
    }

    private PlanCommand hide(UUID id) {
      var couple = random.nextInt(10) == 0 ? new UUID(4, 4) : Drawer.COUPLE.value();
      return new PlanCommand.Hide(
          id, couple, "hidden " + random.nextLong(), time(), lead(), time());
    }

    private @Nullable Boolean lead() {
      return random.nextBoolean() ? true : null;
    }

    private @Nullable Instant time() {
      if (random.nextInt(3) == 0) return null;
      long minutes = random.nextInt(20) == 0 ? 600_000 : random.nextInt(3_000) - 100;
      return now.plus(Duration.ofMinutes(minutes));
    }

    private void passTime() {
      now =
          Orders.later(
              random, now, drawer.due.values(), Duration.ofHours(33), Duration.ofHours(33));
    }

    /// What a worker does: it saw timers, maybe long ago, maybe another was faster, maybe it dies.
    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        fire(everSet.get(random.nextInt(everSet.size())), random.nextInt(5) > 0);
      }
    }

    private void fire(Timer timer, boolean commits) {
      boolean stands =
          timer.equals(drawer.due.get(timer.key())) && !timer.at().isAfter(now) && commits;
      var event = drawer.fire(timer, now, commits);
      event.ifPresent(happened -> orders.count(happened.kind()));
      if (stands && event.isEmpty()) orders.count("found nothing");
    }

    private void check() {
      var hidden = new HashMap<UUID, Drawer.Logged>();
      var opened = new HashSet<UUID>();
      var known = new HashSet<UUID>();
      Set<UUID> told = new HashSet<>();
      for (var logged : drawer.log) {
        boolean shared = logged.stream().equals(Drawer.OURS);
        switch (logged.event()) {
          case PlanEvent.Hidden hide -> {
            assertThat(shared).isFalse();
            hidden.put(hide.plan(), logged);
          }
          case PlanEvent.Discarded(var plan) -> {
            assertThat(known).as("thrown away after it opened").doesNotContain(plan);
            assertThat(hidden.remove(plan)).as("thrown away what waits").isNotNull();
          }
          case PlanEvent.Made made -> {
            assertThat(shared).isTrue();
            assertThat(known.add(made.plan())).as("once").isTrue();
            if (made.surprise() != null) {
              asHidden(logged, made, hidden.get(made.plan()));
              opened.add(made.plan());
            }
          }
          case PlanEvent.PassedOn(var plan) -> {
            assertThat(opened).contains(plan);
            assertThat(told.add(plan)).as("told once").isTrue();
            assertThat(logged.stream().value().getMostSignificantBits())
                .as("its author alone")
                .isEqualTo(plan.getMostSignificantBits());
          }
          case PlanEvent.Answered _, PlanEvent.LeadChanged _, PlanEvent.LetGo _ -> {
            assertThat(shared).isTrue();
            assertThat(known).as("about what both know").contains(logged.event().plan());
          }
        }
      }
      assertThat(told).isEqualTo(opened);
      hidden.forEach((plan, logged) -> {
        boolean byItself = ((PlanEvent.Hidden) logged.event()).revealAt() != null;
        assertThat(opened.contains(plan) || !byItself).as("what has a time opened").isTrue();
      });
      assertThat(drawer.waiting.size()).isEqualTo(hidden.size() - opened.size());
    }

    /// With its author's words, in its author's name, and never early by itself.
    private void asHidden(
        Drawer.Logged logged, PlanEvent.Made made, Drawer.@Nullable Logged before) {
      var first = Objects.requireNonNull(before, "opened what was not hidden");
      var hidden = (PlanEvent.Hidden) first.event();
      assertThat(made.words()).isEqualTo(hidden.words());
      assertThat(made.at()).isEqualTo(hidden.at());
      assertThat(made.lead()).isEqualTo(hidden.lead());
      assertThat(logged.by()).isEqualTo(first.by());
    }
  }
}
