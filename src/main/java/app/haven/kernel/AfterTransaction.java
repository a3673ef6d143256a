package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// What waits for the end of the transaction that is running: what is told or kept in memory must
/// not be ahead of what is stored.
@ApplicationScoped
public class AfterTransaction {
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  public AfterTransaction(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  @FunctionalInterface
  public interface Step {
    void run(boolean committed);
  }

  public void run(Step step) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            step.run(status == Status.STATUS_COMMITTED);
          }
        });
  }
}
