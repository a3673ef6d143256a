package app.haven.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// A queue with one worker that takes all that waits, up to a limit, at once: the more there is to
/// do, the cheaper each piece becomes.
public final class Lane<T> {
  private static final long LOOK_UP_MILLIS = 100;

  private final BlockingQueue<T> queue;
  private final int most;
  private final Function<T, Object> apart;
  private final Consumer<List<T>> settle;
  private final Thread worker;
  private volatile boolean open = true;

  /// @param waiting the most that may wait
  /// @param most the most that is settled together
  /// @param apart pieces for which this is equal are settled one after the other, in their order
  public Lane(
      String name, int waiting, int most, Function<T, Object> apart, Consumer<List<T>> settle) {
    this.queue = new LinkedBlockingQueue<>(waiting);
    this.most = most;
    this.apart = apart;
    this.settle = settle;
    this.worker = Thread.ofVirtual().name(name).start(this::work);
  }

  /// @return false where no more may wait, or nothing more is taken
  public boolean offer(T work) {
    return open && queue.offer(work);
  }

  private void work() {
    try {
      while (open || !queue.isEmpty()) {
        var first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        var taken = new ArrayList<T>();
        taken.add(first);
        queue.drainTo(taken, most - 1);
        settleApart(taken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settleApart(List<T> taken) {
    var batch = new ArrayList<T>();
    var later = new ArrayList<T>();
    var keys = new HashSet<>();
    for (var work : taken) (keys.add(apart.apply(work)) ? batch : later).add(work);
    settle.accept(batch);
    if (!later.isEmpty()) settleApart(later);
  }

  /// Finishes what waits, then ends.
  public void close() {
    open = false;
    try {
      worker.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
