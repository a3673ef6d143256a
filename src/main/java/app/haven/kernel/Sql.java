package app.haven.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plain statements in the caller's transaction. Values are always bound, never written into the
/// text.
@ApplicationScoped
public class Sql {
  private final AgroalDataSource db;

  @Inject
  public Sql(AgroalDataSource db) {
    this.db = db;
  }

  /// How a row becomes a value.
  @FunctionalInterface
  public interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) {
    var found = new ArrayList<T>();
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(reading.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... values) {
    return list(sql, reading, values).stream().findFirst();
  }

  /// @return how many rows changed
  public int change(String sql, @Nullable Object... values) {
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    var connection = statement.getConnection();
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
        case PersonId person -> statement.setObject(i + 1, person.value());
        case CoupleId couple -> statement.setObject(i + 1, couple.value());
        case StreamId stream -> statement.setObject(i + 1, stream.value());
        case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
        case byte[][] bytes -> statement.setArray(i + 1, connection.createArrayOf("bytea", bytes));
        case null, default -> statement.setObject(i + 1, values[i]);
      }
    }
  }
}
