package app.haven.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A queue with one worker that takes all that waits, up to a limit, at once: the more there is to
/// do, the cheaper each piece becomes.
final class Lane {
  private static final long LOOK_UP_MILLIS = 100;

  private final BlockingQueue<Work> queue;
  private final int most;
  private final Consumer<List<Work>> settle;
  private final Thread worker;
  private volatile boolean open = true;

  Lane(String name, int waiting, int most, Consumer<List<Work>> settle) {
    this.queue = new LinkedBlockingQueue<>(waiting);
    this.most = most;
    this.settle = settle;
    this.worker = Thread.ofVirtual().name(name).start(this::work);
  }

  boolean offer(Work work) {
    return open && queue.offer(work);
  }

  private void work() {
    try {
      while (open || !queue.isEmpty()) {
        var first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        var taken = new ArrayList<Work>();
        taken.add(first);
        queue.drainTo(taken, most - 1);
        settleApart(taken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The same command id twice must not share a transaction: the second would not see the first's
  /// answer.
  private void settleApart(List<Work> taken) {
    var batch = new ArrayList<Work>();
    var later = new ArrayList<Work>();
    var keys = new HashSet<Answered.Key>();
    for (var work : taken) {
      boolean alone = !(work instanceof Work.Ask ask) || keys.add(ask.key());
      (alone ? batch : later).add(work);
    }
    settle.accept(batch);
    if (!later.isEmpty()) settleApart(later);
  }

  /// Finishes what waits, then ends.
  void close() {
    open = false;
    try {
      worker.join(java.time.Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
