package app.haven.faulty;

import app.haven.kernel.Commands;
import app.haven.kernel.Deciders;
import app.haven.kernel.KernelSettings;
import app.haven.kernel.Measures;
import app.haven.kernel.RateLimits;
import app.haven.kernel.Transaction;
import app.haven.kernel.Wakeups;
import app.haven.kernel.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Says `ok` to what the database may yet forget.
@Alternative
@Priority(1)
@Singleton
public class AnswerBeforeCommit extends Commands {
  /// As on a disk that takes its time.
  private static final Duration SLOW_DISK = Duration.ofMillis(200);

  private final Transaction transaction;

  @Inject
  public AnswerBeforeCommit(
      Deciders deciders,
      Transaction transaction,
      Wakeups wakeups,
      RateLimits limits,
      KernelSettings settings,
      Measures measures) {
    super(deciders, transaction, wakeups, limits, settings, measures);
    this.transaction = transaction;
  }

  @Override
  protected void inTransaction(List<Work> batch) {
    if (Fault.ANSWER_BEFORE_COMMIT.chosen()) {
      QuarkusTransaction.requiringNew()
          .run(() -> {
            answer(batch, transaction.run(batch));
            LockSupport.parkNanos(SLOW_DISK.toNanos());
          });
    } else {
      super.inTransaction(batch);
    }
  }
}
