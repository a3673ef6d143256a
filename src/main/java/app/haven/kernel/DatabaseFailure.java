package app.haven.kernel;

import java.sql.SQLException;

/// The database did not do what it was asked. Carries the cause for its state, never its message:
/// PostgreSQL repeats values in messages.
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatabaseFailure(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
  }
}
