package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

  @Test
  void nothingDueIsNothingToDo() {
    assertThat(TimerWorker.waves(List.of())).isEmpty();
  }
}
