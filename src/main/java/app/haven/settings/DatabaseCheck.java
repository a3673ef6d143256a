package app.haven.settings;

import app.haven.vault.KeyFileCheck;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Waits a while for a database that is still starting; says in one line why it cannot be used, or
/// why the key file does not fit it.
final class DatabaseCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private DatabaseCheck() {}

  static Optional<String> problem(Map<String, String> set) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var db =
          DriverManager.getConnection(
              set.get("HAVEN_DB_URL"), set.get("HAVEN_DB_USER"), set.get("HAVEN_DB_PASSWORD"))) {
        return KeyFileCheck.problem(Path.of(set.getOrDefault("HAVEN_MASTER_KEY_FILE", "")), db);
      } catch (SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
          return Optional.of(
              "HAVEN_DB_USER or HAVEN_DB_PASSWORD: the database does not take them.");
        }
        if (state.equals("3D000")) {
          return Optional.of("HAVEN_DB_URL: there is no such database on that server.");
        }
        if (System.nanoTime() > end) {
          return Optional.of("HAVEN_DB_URL: no database answers there (SQL state " + state + ").");
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("The start was interrupted.");
      }
    }
  }
}
