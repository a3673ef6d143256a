package app.haven.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Lets everybody through, or nobody: who closes it waits until all that was begun is answered.
final class Turnstile {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  void pass(Runnable action) throws InterruptedException {
    lock.readLock().lockInterruptibly();
    try {
      action.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// While nothing is under way. A broken build may never answer; that must not keep the run from
  /// its end.
  void closedFor(Runnable action) {
    boolean closed = false;
    try {
      closed = lock.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (closed) lock.writeLock().unlock();
    }
  }
}
