package app.haven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void aConnectionLostInTheCommitIsOutOfReach() {
    assertThat(Failures.unreachable(commitFailed("08006"))).isTrue();
    assertThat(Failures.unreachable(commitFailed("23514"))).isFalse();
  }

  /// As Narayana and Agroal hand it up.
  private static Throwable commitFailed(String state) {
    var resource = new XAException(XAException.XA_RBROLLBACK);
    resource.initCause(new SQLException("a value", state));
    var rolledBack = new RollbackException();
    rolledBack.addSuppressed(resource);
    return new QuarkusTransactionException(rolledBack);
  }

  @Test
  void aDescriptionNamesTypesAndStatesAndNoMessage() {
    assertThat(Failures.describe(commitFailed("08006")))
        .contains("RollbackException", "XAException", "SQL state 08006")
        .doesNotContain("a value");
  }
}
