package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.with;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutgoingTest {
  private static final String KILOBYTE = "x".repeat(1000);

  /// In the service Quarkus sets up what Mutiny needs before anything is sent. Here the first two
  /// threads would race for it, and the one that loses would end its line.
  @BeforeAll
  static void setUpMutiny() {
    assertThat(Uni.createFrom().emitter(_ -> {})).isNotNull();
  }

  /// Looks often: many short waits make up these tests.
  private static ConditionFactory await() {
    return with().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).await();
  }

  private final Reader reader = new Reader();
  private final AtomicInteger room = new AtomicInteger();
  private final AtomicInteger tooSlow = new AtomicInteger();
  private final Outgoing outgoing = outgoing(reader, Duration.ofMinutes(1));

  private Outgoing outgoing(Function<String, Uni<Void>> line, Duration patience) {
    return new Outgoing(line, patience, room::incrementAndGet, tooSlow::incrementAndGet);
  }

  /// Takes a frame when it is told to.
  private static final class Reader implements Function<String, Uni<Void>> {
    final List<String> came = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super Void>> open = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> apply(String frame) {
      came.add(frame);
      return Uni.createFrom().emitter(open::add);
    }

    void takes(int frames) {
      for (int i = 0; i < frames; i++) {
        await().until(() -> !open.isEmpty());
        open.removeFirst().complete(null);
      }
    }
  }

  @Test
  void framesGoOneAfterTheOtherInTheirOrder() {
    var frames = IntStream.range(0, 100).mapToObj(i -> "frame " + i).toList();
    for (int i = 0; i < 100; i++) {
      if (i % 3 == 0) outgoing.answer(frames.get(i));
      else assertThat(outgoing.event(frames.get(i))).isTrue();
    }
    await().until(() -> !reader.came.isEmpty());
    assertThat(reader.came).containsExactly("frame 0");
    reader.takes(100);
    await().until(() -> outgoing.waiting() == 0);
    assertThat(reader.came).isEqualTo(frames);
  }

  @Test
  void eventsThatDoNotFitAreTurnedAwayAndAskedForAgain() {
    int fit = 0;
    while (outgoing.event(KILOBYTE)) fit++;
    assertThat(fit).isEqualTo(256);
    assertThat(outgoing.waiting()).isEqualTo(Outgoing.MOST_BYTES);
    assertThat(outgoing.full()).isTrue();
    outgoing.answer("an answer still fits");
    reader.takes(127);
    assertThat(room).hasValue(0);
    reader.takes(2);
    await().until(() -> room.get() == 1);
    assertThat(outgoing.full()).isFalse();
    assertThat(outgoing.event(KILOBYTE)).isTrue();
    reader.takes(129);
    await().until(() -> outgoing.waiting() == 0);
    assertThat(room).hasValue(1);
    assertThat(tooSlow).hasValue(0);
  }

  @Test
  void anEventLargerThanEverythingGoesAlone() {
    var large = "x".repeat(Outgoing.MOST_BYTES + 1);
    assertThat(outgoing.event(large)).isTrue();
    assertThat(outgoing.event("next")).isFalse();
    reader.takes(1);
    await().until(() -> room.get() == 1);
    assertThat(outgoing.event("next")).isTrue();
  }

  @Test
  void lengthIsCountedInBytes() {
    outgoing.answer("😀ä");
    assertThat(outgoing.waiting()).isEqualTo(6);
  }

  @Test
  void answersBeyondTheRoomEndIt() {
    for (int i = 0; i < 320; i++) outgoing.answer(KILOBYTE);
    assertThat(tooSlow).hasValue(0);
    outgoing.answer(KILOBYTE);
    outgoing.answer(KILOBYTE);
    assertThat(tooSlow).hasValue(1);
    assertThat(outgoing.waiting()).isZero();
    assertThat(outgoing.event("late")).isFalse();
  }

  /// Whoever is told closes the socket and takes its lock, under which others hand over events.
  @Test
  void nobodyIsToldUnderTheLock() {
    var held = new AtomicInteger();
    var self = new Outgoing[1];
    self[0] =
        new Outgoing(
            reader,
            Duration.ofMinutes(1),
            () -> {},
            () -> held.set(Thread.holdsLock(self[0]) ? 1 : 2));
    for (int i = 0; i < 321; i++) self[0].answer(KILOBYTE);
    assertThat(held).hasValue(2);
  }

  @Test
  void aReaderThatTakesTooLongEndsIt() {
    var impatient = outgoing(reader, Duration.ofMillis(50));
    impatient.answer("one");
    impatient.answer("two");
    await().until(() -> tooSlow.get() == 1);
    assertThat(impatient.waiting()).isZero();
    assertThat(reader.came).containsExactly("one");
  }

  @Test
  void aBrokenLineEndsItWithoutAWord() {
    var broken =
        outgoing(
            _ -> Uni.createFrom().failure(new IllegalStateException("gone")),
            Duration.ofMinutes(1));
    broken.answer("one");
    await().until(() -> !broken.event("two"));
    assertThat(tooSlow).hasValue(0);
  }

  @Test
  void afterTheEndNothingIsTaken() {
    assertThat(outgoing.end()).isTrue();
    assertThat(outgoing.end()).isFalse();
    outgoing.answer("late");
    assertThat(outgoing.event("late")).isFalse();
    assertThat(outgoing.waiting()).isZero();
    assertThat(reader.came).isEmpty();
  }
}
