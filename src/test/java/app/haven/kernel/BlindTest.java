package app.haven.kernel;

import static app.haven.kernel.Exchange.ALEX;
import static app.haven.kernel.Exchange.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.haven.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlindTest {
  private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(1);

  private final Exchange tea = new Exchange();

  private void fireAll(Instant at) {
    while (tea.due.values().stream().anyMatch(timer -> !timer.at().isAfter(at))) {
      for (var timer : List.copyOf(tea.due.values())) tea.fire(timer, at);
    }
  }

  private static Refusal refused(Runnable doing) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, doing::run));
  }

  @Test
  void bothAreShownInOneEventWhenBothAreReady() {
    tea.keep(SAM, "green");
    tea.ready(SAM, NOW);
    fireAll(NOW);
    tea.keep(ALEX, "black");
    tea.keep(ALEX, "black, two sugars");
    fireAll(LATER);
    assertThat(tea.ours()).isEmpty();
    tea.ready(ALEX, LATER);
    fireAll(LATER);
    assertThat(tea.ours())
        .extracting(Fact::data)
        .containsExactly(
            new Exchange.Revealed(
                Exchange.THING,
                List.of(
                    new Exchange.Answer(ALEX, "black, two sugars"),
                    new Exchange.Answer(SAM, "green"))));
    assertThat(tea.rows.all()).as("what is shown is kept no more").isEmpty();
    assertThat(tea.of(ALEX.mine()).getLast().kind()).isEqualTo("tea.cleared");
    assertThat(tea.of(SAM.mine()).getLast().kind()).isEqualTo("tea.cleared");
  }

  @Test
  void twoWhoAreReadyAtOnceAreShown() {
    tea.keep(SAM, "green");
    tea.keep(ALEX, "black");
    tea.ready(SAM, NOW);
    tea.ready(ALEX, NOW);
    fireAll(NOW);
    assertThat(tea.ours()).hasSize(1);
  }

  @Test
  void readyAnswersAndWritesTheSameWhateverTheOtherDid() {
    var alone = new Exchange();
    alone.keep(ALEX, "black");
    alone.ready(ALEX, NOW);
    tea.keep(SAM, "green");
    tea.ready(SAM, NOW);
    tea.keep(ALEX, "black");
    tea.ready(ALEX, NOW);
    assertThat(tea.of(ALEX.mine())).isEqualTo(alone.of(ALEX.mine()));
    assertThat(tea.due).isEqualTo(alone.due);
    assertThat(tea.ours()).isEqualTo(alone.ours()).isEmpty();
  }

  @Test
  void whatIsReadyIsChangedOnlyAfterTakingThatBack() {
    tea.keep(ALEX, "black");
    tea.ready(ALEX, NOW);
    assertThat(refused(() -> tea.keep(ALEX, "bl")).code()).isEqualTo(Refusal.Code.CONFLICT);
    tea.notReady(ALEX);
    tea.keep(ALEX, "white");
    assertThat(tea.own(ALEX))
        .hasValueSatisfying(own -> {
          assertThat(own.ready()).isFalse();
          assertThat(own.kept().data().path("words").textValue()).isEqualTo("white");
        });
    assertThat(tea.allOwn(ALEX)).hasSize(1);
    assertThat(tea.allOwn(SAM)).isEmpty();
  }

  @Test
  void whatWasTakenBackOrThrownAwayIsNotShown() {
    tea.keep(SAM, "green");
    tea.ready(SAM, NOW);
    tea.keep(ALEX, "black");
    tea.ready(ALEX, NOW);
    tea.notReady(SAM);
    fireAll(NOW);
    assertThat(tea.ours()).isEmpty();
    tea.discard(ALEX);
    tea.ready(SAM, LATER);
    fireAll(LATER);
    assertThat(tea.ours()).isEmpty();
  }

  @Test
  void nothingIsReadyWhereNothingIsKept() {
    assertThat(refused(() -> tea.ready(ALEX, NOW)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refused(() -> tea.notReady(ALEX)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refused(() -> tea.discard(ALEX)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void nobodyKeepsForASpaceThatIsNotTheirs() {
    tea.keep(ALEX, "black");
    tea.paired = false;
    assertThat(refused(() -> tea.keep(ALEX, "red")).code()).isEqualTo(Refusal.Code.NOT_PAIRED);
    assertThat(refused(() -> tea.ready(ALEX, NOW)).code()).isEqualTo(Refusal.Code.NOT_PAIRED);
    tea.discard(ALEX);
    assertThat(tea.rows.all()).as("what is left may go").isEmpty();
  }

  @Test
  void whatSomebodyWritesAtThatMomentIsLookedAtAgain() {
    tea.keep(SAM, "green");
    tea.keep(ALEX, "black");
    tea.ready(SAM, NOW);
    tea.ready(ALEX, NOW);
    tea.rows.held = true;
    for (var timer : List.copyOf(tea.due.values())) tea.fire(timer, NOW);
    assertThat(tea.ours()).isEmpty();
    tea.rows.held = false;
    fireAll(LATER);
    assertThat(tea.ours()).hasSize(1);
  }

  @Test
  void inEveryOrderItIsShownOnceWithTheLastWordsOfBothOrNotAtAll() {
    var orders = new Orders("blind exchanges");
    orders.walk(5_000, random -> walk(random, orders));
    orders.cameBy("conflict", "not-found", "shown", "not shown");
  }

  private static void walk(Random random, Orders orders) {
    var tea = new Exchange();
    var last = new TreeMap<StreamId, String>();
    var ready = new TreeMap<StreamId, Boolean>();
    var timers = new ArrayList<Timer>();
    for (int step = 0; step < 30; step++) {
      var by = random.nextBoolean() ? ALEX : SAM;
      boolean open = tea.ours().isEmpty();
      try {
        switch (random.nextInt(7)) {
          case 0, 1 -> {
            tea.keep(by, "words " + step);
            last.put(by.mine(), "words " + step);
          }
          case 2, 3 -> {
            tea.ready(by, NOW);
            ready.put(by.mine(), true);
          }
          case 4 -> {
            tea.notReady(by);
            ready.put(by.mine(), false);
          }
          case 5 -> {
            if (random.nextInt(3) > 0) continue;
            tea.discard(by);
            ready.put(by.mine(), false);
          }
          default -> {
            if (!timers.isEmpty()) tea.fire(timers.get(random.nextInt(timers.size())), NOW);
          }
        }
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      timers.addAll(tea.due.values());
      if (open && !tea.ours().isEmpty()) {
        var answers = ((Exchange.Revealed) tea.ours().getFirst().data()).answers();
        assertThat(answers).extracting(Exchange.Answer::by).containsExactly(ALEX, SAM);
        for (var answer : answers) {
          assertThat(ready.get(answer.by().mine())).isTrue();
          assertThat(answer.words()).isEqualTo(last.get(answer.by().mine()));
        }
        // From here on a feature refuses: the thing is open for both.
        orders.count("shown");
        return;
      }
    }
    boolean both = Exchange.BOTH.stream().allMatch(p -> ready.getOrDefault(p.mine(), false));
    for (var timer : List.copyOf(tea.due.values())) tea.fire(timer, NOW);
    assertThat(tea.ours()).hasSize(both ? 1 : 0);
    if (!both) orders.count("not shown");
  }
}
