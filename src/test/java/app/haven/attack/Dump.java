package app.haven.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.haven.local.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What someone has who copied the whole database: every table of every schema, every column, text
/// as text and bytes as bytes.
record Dump(List<String> names, List<String> values) {
  private static final String TABLES =
      """
      select table_schema, table_name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
      """;

  static Dump of(Database database) throws SQLException {
    var dump = new Dump(new ArrayList<>(), new ArrayList<>());
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var tables = statement.executeQuery(TABLES)) {
      while (tables.next()) dump.read(connection, tables.getString(1), tables.getString(2));
    }
    return dump;
  }

  private void read(Connection connection, String schema, String table) throws SQLException {
    names.add(table);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from \"" + schema + "\".\"" + table + "\"")) {
      var columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnName(i));
      while (rows.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          var value = value(rows, i, columns.getColumnType(i));
          if (value != null) values.add(value);
        }
      }
    }
  }

  private static @Nullable String value(ResultSet rows, int i, int type) throws SQLException {
    if (type != Types.BINARY) return rows.getString(i);
    byte[] bytes = rows.getBytes(i);
    return bytes == null ? null : new String(bytes, ISO_8859_1);
  }

  String text() {
    return String.join("\n", values);
  }
}
