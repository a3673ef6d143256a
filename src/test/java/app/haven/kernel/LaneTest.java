package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneTest {
  private static final int WAITING = 50;
  private static final int MOST = 20;

  private final PersonId person = new PersonId(UUID.randomUUID());
  private final List<List<Work>> settled = new CopyOnWriteArrayList<>();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final Lane<Work> lane =
      new Lane<>(
          "test",
          WAITING,
          MOST,
          Commands::apart,
          batch -> {
            settled.add(List.copyOf(batch));
            if (settled.size() == 1) untilFree();
          });

  private void untilFree() {
    try {
      busy.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A feature that is never asked.
  private static final class Unasked implements Decider<Unasked.Nothing> {
    record Nothing() {}

    @Override
    public Map<String, Shape<Nothing>> commands() {
      return Map.of();
    }

    @Override
    public Decision decide(Who who, Nothing command, Instant now) {
      return Decision.nothing();
    }
  }

  private Work ask(UUID id) {
    var command = new Command(id, null, "nothing", JsonNodeFactory.instance.objectNode());
    var shape = new Decider.Shape<>(Unasked.Nothing.class, Decider.Scope.SELF);
    var kind = new Deciders.Kind<>(new Unasked(), shape);
    return new Work.Ask(person, command, new Unasked.Nothing(), kind, new CompletableFuture<>());
  }

  /// The lane is inside its first piece of work.
  private Work occupy() {
    var first = ask(UUID.randomUUID());
    assertThat(lane.offer(first)).isTrue();
    await().until(() -> settled.size() == 1);
    return first;
  }

  @AfterEach
  void close() {
    busy.countDown();
    lane.close();
  }

  @Test
  void whatWaitsIsTakenTogetherInItsOrderUpToTheMost() {
    var first = occupy();
    var waiting = new ArrayList<Work>();
    for (int i = 0; i < MOST + 5; i++) {
      waiting.add(ask(UUID.randomUUID()));
      assertThat(lane.offer(waiting.getLast())).isTrue();
    }
    busy.countDown();
    await().until(() -> settled.size() == 3);
    assertThat(settled)
        .containsExactly(List.of(first), waiting.subList(0, MOST), waiting.subList(MOST, MOST + 5));
  }

  @Test
  void theSameIdTwiceSharesNoTransaction() {
    occupy();
    var id = UUID.randomUUID();
    var work = List.of(ask(id), ask(UUID.randomUUID()), ask(id), ask(id));
    work.forEach(lane::offer);
    busy.countDown();
    await().until(() -> settled.size() == 4);
    assertThat(settled.subList(1, 4))
        .containsExactly(
            List.of(work.get(0), work.get(1)), List.of(work.get(2)), List.of(work.get(3)));
  }

  @Test
  void whatDoesNotFitIsNotTaken() {
    occupy();
    for (int i = 0; i < WAITING; i++) assertThat(lane.offer(ask(UUID.randomUUID()))).isTrue();
    assertThat(lane.offer(ask(UUID.randomUUID()))).isFalse();
  }

  @Test
  void closingFinishesWhatWaitsAndTakesNothingMore() {
    occupy();
    for (int i = 0; i < 30; i++) lane.offer(ask(UUID.randomUUID()));
    busy.countDown();
    lane.close();
    assertThat(settled.stream().mapToInt(List::size).sum()).isEqualTo(31);
    assertThat(lane.offer(ask(UUID.randomUUID()))).isFalse();
  }
}
