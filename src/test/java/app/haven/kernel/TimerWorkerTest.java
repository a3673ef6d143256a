package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimerWorkerTest {
  private static final Instant SIX = Instant.parse("2026-11-21T18:00:00Z");

  private static Timer timer(String kind, int thing, int seconds) {
    var stream = new StreamId(new UUID(7, kind.equals("due") ? 1 : 2));
    return new Timer(stream, kind, new UUID(8, thing), SIX.plusSeconds(seconds));
  }

  @Test
  void whatFellDueOfOneThingComesInOrderAndOfManyTogether() {
    var due = timer("due", 1, 0);
    var other = timer("due", 2, 1);
    var overdue = timer("overdue", 1, 2);
    var lapsed = timer("lapsed", 1, 3);
    assertThat(TimerWorker.waves(List.of(due, other, overdue, lapsed)))
        .containsExactly(List.of(due, other), List.of(overdue), List.of(lapsed));
  }

  /// More of them than are read at once, and all older than the one that can be fired.
  @Test
  void whatCannotBeFiredDoesNotStandBeforeTheOthers() {
    var stuck = IntStream.range(0, 300).mapToObj(i -> timer("due", i, i)).toList();
    var well = timer("well", 1, 1_000);
    var standing = new ArrayList<>(stuck);
    standing.add(well);
    var tried = new ArrayList<Timer>();
    var worker = worker(standing, tried, well);
    worker.look();
    assertThat(tried).hasSize(301).contains(well);
    assertThat(standing).isEqualTo(stuck);
    worker.look();
    assertThat(tried).as("they rest").hasSize(301);
  }

  @SuppressWarnings("NullAway") // needs neither a database nor features
  private static TimerWorker worker(List<Timer> standing, List<Timer> tried, Timer well) {
    var due =
        new Due(null) {
          @Override
          public List<Timer> candidates(Instant now, int limit, int past) {
            return standing.stream().skip(past).limit(limit).toList();
          }
        };
    var commands =
        new Commands(null, null, null, null, null, null) {
          @Override
          CompletionStage<Ok> fire(Timer timer) {
            tried.add(timer);
            if (!timer.equals(well)) return CompletableFuture.failedFuture(Failures.internal());
            standing.remove(timer);
            return CompletableFuture.completedFuture(new Ok(timer.thing(), SIX, false, Map.of()));
          }
        };
    var measures = new Measures(new SimpleMeterRegistry(), null);
    var clock = Clock.fixed(SIX.plusSeconds(2_000), ZoneOffset.UTC);
    return new TimerWorker(due, commands, null, measures, clock);
  }

  @Test
  void nothingDueIsNothingToDo() {
    assertThat(TimerWorker.waves(List.of())).isEmpty();
  }
}
