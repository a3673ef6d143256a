package app.haven.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// A database and who may sign in to it.
public record Database(String url, String user, String password) {
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// As Haven's jar takes it.
  public Map<String, String> settings() {
    return Map.of("HAVEN_DB_URL", url, "HAVEN_DB_USER", user, "HAVEN_DB_PASSWORD", password);
  }
}
