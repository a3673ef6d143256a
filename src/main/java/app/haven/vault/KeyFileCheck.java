package app.haven.vault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// A node with the wrong key file must not start: it would take words it can never show, and fail
/// at every word there is.
public final class KeyFileCheck {
  /// Walks the index from name to name, so that many keys cost nothing.
  private static final String IN_USE =
      """
      with recursive used (master) as (
        select min(master) from vault.data_key
        union all
        select (select min(master) from vault.data_key k where k.master > used.master)
        from used where used.master is not null
      )
      select master from used where master is not null
      """;

  private KeyFileCheck() {}

  /// @param file one that [MasterKeys#check] finds nothing wrong with
  /// @return in one line, which key is missing that data in this database is sealed with
  public static Optional<String> problem(Path file, Connection db) throws SQLException {
    if (!migrated(db)) return Optional.empty();
    var keys = new MasterKeys(file);
    try (var statement = db.prepareStatement(IN_USE);
        var rows = statement.executeQuery()) {
      while (rows.next()) keys.named(rows.getString(1));
      return Optional.empty();
    } catch (WrongMasterKey e) {
      return Optional.of(e.line());
    }
  }

  private static boolean migrated(Connection db) throws SQLException {
    try (var statement = db.prepareStatement("select to_regclass('vault.data_key') is not null");
        var rows = statement.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
