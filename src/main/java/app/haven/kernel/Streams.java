package app.haven.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The heads of all streams. Every method runs in the caller's transaction.
@ApplicationScoped
public class Streams {
  private static final String COLUMNS = "id, epoch, head, last_at, reader_a, reader_b, closed_at";

  private final AgroalDataSource db;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Streams(AgroalDataSource db) {
    this.db = db;
  }

  /// Locks in ascending id, so that two transactions never wait for each other in a ring. Streams
  /// that do not exist are left out.
  public Map<StreamId, Stream> lock(SortedSet<StreamId> ids) {
    return select(
        ids, "select " + COLUMNS + " from stream where id = any(?) order by id for no key update");
  }

  /// Reads without a lock, for positions and entitlement.
  public Map<StreamId, Stream> read(Collection<StreamId> ids) {
    return select(ids, "select " + COLUMNS + " from stream where id = any(?)");
  }

  protected final Map<StreamId, Stream> select(Collection<StreamId> ids, String sql) {
    var streams = new TreeMap<StreamId, Stream>();
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", ids.stream().map(StreamId::value).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var stream = stream(rows);
          streams.put(stream.id(), stream);
        }
      }
      return streams;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  static Stream stream(ResultSet row) throws SQLException {
    var readers = new ArrayList<PersonId>(2);
    readers.add(new PersonId(row.getObject("reader_a", UUID.class)));
    var second = row.getObject("reader_b", UUID.class);
    if (second != null) readers.add(new PersonId(second));
    return new Stream(
        new StreamId(row.getObject("id", UUID.class)),
        row.getString("epoch"),
        row.getLong("head"),
        row.getTimestamp("last_at").toInstant(),
        List.copyOf(readers),
        row.getTimestamp("closed_at") != null);
  }

  /// Writes the heads that a transaction moved.
  void advance(Collection<Stream> moved) {
    if (moved.isEmpty()) return;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update stream
                set head = moved.head, last_at = moved.last_at, epoch = moved.epoch
                from unnest(?, ?, ?, ?) as moved (id, head, last_at, epoch)
                where stream.id = moved.id
                """)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", moved.stream().map(s -> s.id().value()).toArray()));
      statement.setArray(
          2, connection.createArrayOf("bigint", moved.stream().map(Stream::head).toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "timestamptz",
              moved.stream().map(s -> s.lastAt().atOffset(ZoneOffset.UTC)).toArray()));
      statement.setArray(
          4,
          connection.createArrayOf(
              "text", moved.stream().map(s -> s.position().epoch()).toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// @param partner null for a person's own stream
  public void open(StreamId id, PersonId first, @Nullable PersonId partner, Instant now) {
    update(
        "insert into stream (id, epoch, last_at, reader_a, reader_b) values (?, ?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, id.value());
          statement.setString(2, newEpoch());
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          statement.setObject(4, first.value());
          statement.setObject(5, partner == null ? null : partner.value());
        });
  }

  /// From the commit on nobody reads or writes this stream; its timers go with it.
  public void close(StreamId id, Instant now) {
    update(
        "update stream set closed_at = ? where id = ? and closed_at is null",
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setObject(2, id.value());
        });
    update("delete from due where stream_id = ?", statement -> statement.setObject(1, id.value()));
  }

  /// Takes a person's own stream out of the world, with all that was in it.
  void remove(StreamId id) {
    update("delete from due where stream_id = ?", statement -> statement.setObject(1, id.value()));
    update(
        "delete from event where stream_id = ?", statement -> statement.setObject(1, id.value()));
    update("delete from stream where id = ?", statement -> statement.setObject(1, id.value()));
  }

  /// Gives every living stream a new epoch: after a backup was restored, devices must not go on
  /// from positions that no longer are what they were.
  public void newEpochs() {
    update("update stream set epoch = substr(md5(random()::text || id::text), 1, 8)", _ -> {});
  }

  /// Short random text that no position of before compares with.
  String newEpoch() {
    return Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
  }

  private void update(String sql, Filling filling) {
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  @FunctionalInterface
  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }
}
