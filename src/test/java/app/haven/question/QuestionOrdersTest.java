package app.haven.question;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and lost commits can meet.
class QuestionOrdersTest {
  private static final int ORDERS = 2_000;
  private static final int STEPS = 60;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("questions");

  @Test
  void whateverTheOrderNobodySeesAnAnswerBeforeBothAreReady() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "Drawn",
        "Skipped",
        "Passed",
        "Kept",
        "Discarded",
        "ReadyChanged",
        "Revealed",
        "Cleared",
        "Thanked",
        "Added",
        "WordsErased",
        "lost commit",
        "conflict",
        "not-yours",
        "not-found",
        "same once more");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Asking space = new Asking();
    private final List<Timer> everSet = new ArrayList<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        int logged = space.log.size();
        var turn = space.turn;
        var by = step();
        everSet.addAll(space.due.values());
        check(logged, turn, by);
      }
    }

    /// @return who acted; null for the clock and timers
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 80) return say();
      if (dice < 88) now = now.plus(Duration.ofMinutes(random.nextInt(1_500)));
      else look();
      return null;
    }

    private PersonId say() {
      var by = random.nextBoolean() ? Asking.ALEX : Asking.SAM;
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = space.say(by, command(), now, commits);
        orders.count(commits ? event.map(this::name).orElse("same once more") : "lost commit");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private String name(Record event) {
      return event.getClass().getSimpleName();
    }

    private QuestionCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(15) == 0;
      var open = known.stream().filter(this::isOpen).findFirst();
      var id =
          any
              ? some()
              : open.filter(_ -> random.nextInt(4) > 0)
                  .orElseGet(() -> known.get(random.nextInt(known.size())));
      var couple = Asking.COUPLE.value();
      return switch (random.nextInt(16)) {
        case 0, 1 -> new QuestionCommand.Draw(some(), Depth.values()[random.nextInt(3)]);
        case 2 -> new QuestionCommand.Skip(id, random.nextInt(3) == 0 ? null : some());
        case 3 -> new QuestionCommand.Pass();
        case 4, 5, 6 -> new QuestionCommand.Keep(id, couple, "secret");
        case 7, 8, 9, 10 -> new QuestionCommand.Ready(id, couple);
        case 11 -> new QuestionCommand.NotReady(id, couple);
        case 12 -> new QuestionCommand.Discard(id);
        case 13 -> new QuestionCommand.Thank(id, random.nextBoolean() ? "words" : null);
        case 14 ->
            random.nextBoolean()
                ? new QuestionCommand.Erase(id)
                : new QuestionCommand.Remove(new UUID(8, random.nextInt(4)));
        default -> new QuestionCommand.Add(new UUID(8, random.nextInt(4)), Depth.LIGHT, "own");
      };
    }

    private boolean isOpen(UUID id) {
      return Objects.requireNonNull(space.rows.get(id)).state() instanceof Question.Open;
    }

    private UUID some() {
      return new UUID(random.nextLong(), random.nextInt(1_000));
    }

    /// What a worker does: it saw timers, maybe long ago, maybe another was faster.
    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        space
            .fire(everSet.get(random.nextInt(everSet.size())), now)
            .ifPresent(event -> orders.count(name(event)));
      }
    }

    private void check(int logged, Optional<Turn> before, @Nullable PersonId by) {
      assertThat(space.rows.keySet().stream().filter(this::isOpen))
          .as("one is open at a time")
          .hasSizeLessThanOrEqualTo(1);
      for (var one : space.log.subList(logged, space.log.size())) {
        switch (one.event()) {
          case QuestionEvent.Drawn drawn -> {
            assertThat(by).isNotNull();
            before.ifPresent(
                turn -> assertThat(turn.whose().equals(by) || !now.isBefore(turn.free())).isTrue());
            assertThat(space.rows).containsKey(drawn.question());
          }
          case QuestionEvent.Kept _ ->
              assertThat(one.stream()).isEqualTo(Objects.requireNonNull(by).mine());
          case QuestionEvent.Passed passed ->
              assertThat(passed.to()).isEqualTo(Asking.other(Objects.requireNonNull(by)));
          case QuestionEvent.Revealed revealed -> opened(revealed);
          default -> {}
        }
        if (one.stream().equals(Asking.OURS) && !(one.event() instanceof QuestionEvent.Revealed)) {
          assertThat(one.event().toString()).doesNotContain("secret");
        }
      }
      noneTwice();
    }

    /// Both had kept something and said ready, and had not taken it back.
    private void opened(QuestionEvent.Revealed revealed) {
      assertThat(revealed.answers().stream().map(QuestionEvent.Answer::by))
          .containsExactlyElementsOf(Asking.BOTH);
      for (var person : Asking.BOTH) {
        boolean ready = false;
        for (var one : space.log) {
          if (!one.stream().equals(person.mine())) continue;
          if (one.event() instanceof QuestionEvent.ReadyChanged changed
              && changed.question().equals(revealed.question())) ready = changed.ready();
        }
        assertThat(ready).as("ready when it opened").isTrue();
      }
    }

    /// Of one depth, within one lap of its deck.
    private void noneTwice() {
      var came = new HashMap<String, HashSet<Asks>>();
      for (var row : space.rows.values()) {
        var lap = row.state().card().depth() + " " + row.lap();
        assertThat(came.computeIfAbsent(lap, _ -> new HashSet<>()).add(row.asks()))
            .as("none comes twice before all have come once")
            .isTrue();
      }
    }
  }
}
