package app.haven.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// The timers that stand, as rows: they live and die in the transaction of the event that sets or
/// ends them, so none is lost with a node and none fires for something that is over.
@ApplicationScoped
public class Due {
  private final AgroalDataSource db;

  @Inject
  public Due(AgroalDataSource db) {
    this.db = db;
  }

  /// What may fire now, oldest first, read without a lock: only candidates.
  ///
  /// @param past so many are passed over
  public List<Timer> candidates(Instant now, int limit, int past) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                "select stream_id, kind, thing, at from due where at <= ? order by at, stream_id, kind,"
                    + " thing limit ? offset ?")) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setInt(2, limit);
      statement.setInt(3, past);
      return timers(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Reads these timers again and holds them. One that another node holds is left to it.
  ///
  /// @return those that still stand with the same time
  Set<Timer> hold(Collection<Timer> wanted) {
    if (wanted.isEmpty()) return Set.of();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select stream_id, kind, thing, at from due
                where (stream_id, kind, thing) in (select * from unnest(?, ?, ?))
                order by stream_id, thing, kind for update skip locked
                """)) {
      keys(connection, statement, wanted.stream().map(Timer::key).toList());
      var standing = new HashSet<>(timers(statement));
      standing.retainAll(wanted);
      return standing;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void keys(Connection connection, PreparedStatement statement, List<Timer.Key> keys)
      throws SQLException {
    statement.setArray(
        1, connection.createArrayOf("uuid", keys.stream().map(k -> k.stream().value()).toArray()));
    statement.setArray(
        2, connection.createArrayOf("text", keys.stream().map(Timer.Key::kind).toArray()));
    statement.setArray(
        3, connection.createArrayOf("uuid", keys.stream().map(Timer.Key::thing).toArray()));
  }

  private static List<Timer> timers(PreparedStatement statement) throws SQLException {
    var timers = new ArrayList<Timer>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        timers.add(
            new Timer(
                new StreamId(rows.getObject(1, UUID.class)),
                rows.getString(2),
                rows.getObject(3, UUID.class),
                rows.getTimestamp(4).toInstant()));
      }
    }
    return timers;
  }

  /// Removes, then sets; both in key order, so that two transactions never wait in a ring.
  void change(SortedSet<Timer.Key> dropped, SortedMap<Timer.Key, Timer> set) {
    try (var connection = db.getConnection()) {
      if (!dropped.isEmpty()) drop(connection, List.copyOf(dropped));
      if (!set.isEmpty()) set(connection, set.values());
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Removes timers outside of a command, where a couple's space closes.
  public void drop(Collection<Timer.Key> keys) {
    change(new TreeSet<>(keys), Collections.emptySortedMap());
  }

  private static void drop(Connection connection, List<Timer.Key> keys) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            with locked as (
              select ctid from due where (stream_id, kind, thing) in (select * from unnest(?, ?, ?))
              order by stream_id, thing, kind for update
            )
            delete from due using locked where due.ctid = locked.ctid
            """)) {
      keys(connection, statement, keys);
      statement.executeUpdate();
    }
  }

  private static void set(Connection connection, Collection<Timer> timers) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into due (stream_id, kind, thing, at) select * from unnest(?, ?, ?, ?)
            on conflict (stream_id, kind, thing) do update set at = excluded.at
            """)) {
      keys(connection, statement, timers.stream().map(Timer::key).toList());
      statement.setArray(
          4,
          connection.createArrayOf(
              "timestamptz", timers.stream().map(t -> t.at().atOffset(ZoneOffset.UTC)).toArray()));
      statement.executeUpdate();
    }
  }
}
