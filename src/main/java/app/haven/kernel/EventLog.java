package app.haven.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The truth: what happened, numbered under the stream's lock. Runs in the caller's transaction.
@ApplicationScoped
public class EventLog {
  private final AgroalDataSource db;
  private final Sealing sealing;
  private final EventWords words;

  @Inject
  public EventLog(AgroalDataSource db, Sealing sealing) {
    this.db = db;
    this.sealing = sealing;
    this.words = new EventWords(sealing);
  }

  /// An event that has its number and is not written yet.
  record Numbered(
      StreamId stream,
      long seq,
      UUID command,
      Instant at,
      @Nullable PersonId by,
      String kind,
      String clear,
      byte @Nullable [] words) {}

  /// Numbers a fact under the lock of its stream and seals its words.
  ///
  /// @param by null for the system, which writes no words, and for what speaks for two ([Part])
  Numbered number(Stream stream, UUID command, Instant now, @Nullable PersonId by, Fact fact) {
    var at = stream.notBefore(now);
    long seq = stream.next(at);
    var data = EventData.split(fact.data());
    byte[] sealed = words.seal(stream.id(), seq, by, data);
    return new Numbered(stream.id(), seq, command, at, by, fact.kind(), data.clear(), sealed);
  }

  void append(List<Numbered> events) {
    if (events.isEmpty()) return;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into event (stream_id, seq, command, at, by_person, kind, data, words)
                select * from unnest(?, ?, ?, ?, ?, ?, ?::json[], ?)
                """)) {
      Columns columns =
          (type, column) -> connection.createArrayOf(type, events.stream().map(column).toArray());
      statement.setArray(1, columns.of("uuid", e -> e.stream().value()));
      statement.setArray(2, columns.of("bigint", Numbered::seq));
      statement.setArray(3, columns.of("uuid", Numbered::command));
      statement.setArray(4, columns.of("timestamptz", e -> e.at().atOffset(ZoneOffset.UTC)));
      statement.setArray(5, columns.of("uuid", e -> value(e.by())));
      statement.setArray(6, columns.of("text", Numbered::kind));
      statement.setArray(7, columns.of("text", Numbered::clear));
      statement.setArray(
          8,
          connection.createArrayOf(
              "bytea", events.stream().map(Numbered::words).toArray(byte[][]::new)));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Overwrites sealed words. Only those of this author: nobody takes back what the other said.
  void erase(StreamId stream, PersonId author, Collection<Long> seqs) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update event set words = ''
                where stream_id = ? and by_person = ? and seq = any(?) and words is not null
                """)) {
      statement.setObject(1, stream.value());
      statement.setObject(2, author.value());
      statement.setArray(3, connection.createArrayOf("bigint", seqs.toArray()));
      statement.executeUpdate();
      eraseShares(connection, stream, author, seqs);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void eraseShares(
      Connection connection, StreamId stream, PersonId author, Collection<Long> seqs)
      throws SQLException {
    try (var reading =
            connection.prepareStatement(
                """
                select seq, words from event
                where stream_id = ? and by_person is null and seq = any(?) and words is not null
                """);
        var writing =
            connection.prepareStatement(
                "update event set words = ? where stream_id = ? and seq = ?")) {
      reading.setObject(1, stream.value());
      reading.setArray(2, connection.createArrayOf("bigint", seqs.toArray()));
      try (var rows = reading.executeQuery()) {
        while (rows.next()) {
          byte[] left = EventWords.without(author, rows.getBytes(2));
          if (left == null) continue;
          writing.setBytes(1, left);
          writing.setObject(2, stream.value());
          writing.setLong(3, rows.getLong(1));
          writing.executeUpdate();
        }
      }
    }
  }

  private static @Nullable UUID value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  @FunctionalInterface
  private interface Columns {
    java.sql.Array of(String type, Function<Numbered, @Nullable Object> column) throws SQLException;
  }

  /// What a stream holds after some place. The right to read is part of the same query: a closed
  /// stream shows no event.
  public record Slice(Stream stream, List<Event> events) {}

  /// The next events of many streams after the given numbers, in order.
  ///
  /// @param limit the most events of one stream
  public Map<StreamId, Slice> after(Map<StreamId, Long> afters, int limit) {
    return read(
        """
        select s.id, s.epoch, s.head, s.last_at, s.reader_a, s.reader_b, s.closed_at,
               e.seq, e.command, e.at, e.by_person, e.kind, e.data, e.words
        from unnest(?, ?) as want (id, after)
        join stream s on s.id = want.id
        left join lateral (
          select * from event where stream_id = want.id and seq > want.after order by seq limit %d
        ) e on s.closed_at is null
        order by s.id, e.seq
        """
            .formatted(limit),
        afters.keySet().stream().map(StreamId::value).toArray(),
        afters.values().toArray());
  }

  /// Single events of one stream, by number: how a feature's row finds the words it points to.
  public Map<Long, Event> at(StreamId stream, Collection<Long> seqs) {
    var found = new TreeMap<Long, Event>();
    if (seqs.isEmpty()) return found;
    var ids = new Object[seqs.size()];
    java.util.Arrays.fill(ids, stream.value());
    read(
            """
            select s.id, s.epoch, s.head, s.last_at, s.reader_a, s.reader_b, s.closed_at,
                   e.seq, e.command, e.at, e.by_person, e.kind, e.data, e.words
            from unnest(?, ?) as want (id, seq)
            join stream s on s.id = want.id and s.closed_at is null
            join event e on e.stream_id = want.id and e.seq = want.seq
            order by s.id, e.seq
            """,
            ids,
            seqs.toArray())
        .values()
        .forEach(slice -> slice.events().forEach(event -> found.put(event.seq(), event)));
    return found;
  }

  private Map<StreamId, Slice> read(String sql, Object[] ids, Object[] numbers) {
    var streams = new TreeMap<StreamId, Stream>();
    var raw = new ArrayList<Numbered>();
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      statement.setArray(2, connection.createArrayOf("bigint", numbers));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var id = new StreamId(rows.getObject("id", UUID.class));
          if (!streams.containsKey(id)) streams.put(id, Streams.stream(rows));
          if (rows.getObject("seq") != null) raw.add(numbered(id, rows));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
    return opened(streams, raw);
  }

  private static Numbered numbered(StreamId stream, ResultSet row) throws SQLException {
    var by = row.getObject("by_person", UUID.class);
    return new Numbered(
        stream,
        row.getLong("seq"),
        row.getObject("command", UUID.class),
        row.getTimestamp("at").toInstant(),
        by == null ? null : new PersonId(by),
        row.getString("kind"),
        row.getString("data"),
        row.getBytes("words"));
  }

  private Map<StreamId, Slice> opened(Map<StreamId, Stream> streams, List<Numbered> raw) {
    var keys = new HashSet<Sealing.Key>();
    raw.forEach(event -> keys.addAll(words.keys(event)));
    sealing.warm(keys);
    var slices = new TreeMap<StreamId, Slice>();
    streams.forEach((id, stream) -> slices.put(id, new Slice(stream, new ArrayList<>())));
    for (var event : raw) {
      var slice = slices.get(event.stream());
      if (slice != null) slice.events().add(words.open(event));
    }
    return slices;
  }
}
