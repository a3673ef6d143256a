package app.haven.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A database and who may sign in to it.
public record Database(String url, String user, String password) {
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// The first column of what this statement finds.
  public List<String> strings(String sql, String... values) {
    var found = new ArrayList<String>();
    try (var connection = connect();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As Haven's jar takes it.
  public Map<String, String> settings() {
    return Map.of("HAVEN_DB_URL", url, "HAVEN_DB_USER", user, "HAVEN_DB_PASSWORD", password);
  }
}
