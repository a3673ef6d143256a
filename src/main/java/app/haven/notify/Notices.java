package app.haven.notify;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sql;
import app.haven.kernel.StreamId;
import app.haven.kernel.Witness.Seen;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// What still has to reach people, as rows. Runs in the caller's transaction.
@ApplicationScoped
class Notices {
  private static final String THIS =
      " where stream_id = ? and seq = ? and person_id = ? and way = ? and attempts = ?";

  private final Sql sql;
  private final AgroalDataSource db;

  @Inject
  Notices(Sql sql, AgroalDataSource db) {
    this.sql = sql;
    this.db = db;
  }

  /// Someone who is to hear of an event.
  record For(PersonId person, Seen event) {}

  /// One statement, whatever their number: couples wait for it. Most people have no way at all.
  ///
  /// @param grace from the event to the first attempt
  void add(List<For> wanted, Duration grace) {
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into notice (person_id, stream_id, seq, kind, at, due_at, way)
                select e.person, e.stream, e.seq, e.kind, e.at, e.due, way.id
                from unnest(?, ?, ?, ?, ?, ?) as e (person, stream, seq, kind, at, due)
                join lateral (
                  select s.id::text from push_subscription s where s.person_id = e.person
                  union all
                  select 'mail' from notice_choice c
                  where c.person_id = e.person and c.mail is not null
                ) as way (id) on true
                """)) {
      Object[][] columns =
          wanted.stream()
              .map(one -> {
                var event = one.event();
                return new Object[] {
                  one.person().value(),
                  event.stream().value(),
                  event.seq(),
                  event.kind(),
                  event.at().atOffset(ZoneOffset.UTC),
                  event.at().plus(grace).atOffset(ZoneOffset.UTC)
                };
              })
              .toArray(Object[][]::new);
      var types = List.of("uuid", "uuid", "bigint", "text", "timestamptz", "timestamptz");
      for (int i = 0; i < types.size(); i++) {
        int column = i;
        var values = Arrays.stream(columns).map(row -> row[column]).toArray();
        statement.setArray(i + 1, connection.createArrayOf(types.get(i), values));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// What an open tab could still end: nobody has begun to send it.
  List<Notice> waiting(Instant now, int most) {
    return sql.list(
        "select * from notice where due_at > ? and claimed_until is null order by due_at limit ?",
        Notices::notice,
        now,
        most);
  }

  /// Takes what is due, so that no other node does until then. What a node took and did not finish
  /// is due again.
  List<Notice> claim(Instant now, Instant until, int most) {
    return sql.list(
        """
        with free as (
          select stream_id, seq, person_id, way from notice
          where due_at <= ? and (claimed_until is null or claimed_until <= ?)
          order by due_at limit ? for update skip locked
        )
        update notice n set attempts = attempts + 1, claimed_until = ? from free f
        where n.stream_id = f.stream_id and n.seq = f.seq and n.person_id = f.person_id
          and n.way = f.way
        returning n.*
        """,
        Notices::notice,
        now,
        now,
        most,
        until);
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        new StreamId(row.getObject("stream_id", UUID.class)),
        row.getLong("seq"),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("way"),
        row.getString("kind"),
        row.getTimestamp("at").toInstant(),
        row.getInt("attempts"),
        row.getBoolean("held"));
  }

  /// Not if another node has taken it over meanwhile.
  void remove(Notice notice) {
    change("delete from notice", notice);
  }

  void again(Notice notice, Instant at) {
    sql.change(
        "update notice set claimed_until = null, due_at = ?" + THIS,
        at,
        notice.stream(),
        notice.seq(),
        notice.person(),
        notice.way(),
        notice.attempts());
  }

  /// Keeps it until a quiet time ends; all that waits there for the same way is one notice. The
  /// caller holds the lock of the way.
  void hold(Notice notice, Instant until) {
    sql.change(
        "delete from notice where person_id = ? and way = ? and held and claimed_until is null",
        notice.person(),
        notice.way());
    sql.change(
        "update notice set claimed_until = null, held = true, attempts = 0, due_at = ?" + THIS,
        until,
        notice.stream(),
        notice.seq(),
        notice.person(),
        notice.way(),
        notice.attempts());
  }

  private void change(String what, Notice notice) {
    sql.change(
        what + THIS,
        notice.stream(),
        notice.seq(),
        notice.person(),
        notice.way(),
        notice.attempts());
  }

  void removeAll(PersonId person) {
    sql.change("delete from notice where person_id = ?", person);
  }

  void removeAll(PersonId person, String way) {
    sql.change("delete from notice where person_id = ? and way = ?", person, way);
  }

  void removeAll(StreamId stream) {
    sql.change("delete from notice where stream_id = ?", stream);
  }
}
