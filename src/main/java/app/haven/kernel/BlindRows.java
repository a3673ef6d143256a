package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people keep blind, each on their own stream: nobody else can tell of it. Runs in the
/// caller's transaction.
///
/// Such a row is reached under two locks: its author changes it under that of `mine`, and it is
/// opened under that of `ours`. So the row itself is held.
@ApplicationScoped
public class BlindRows implements Erasable {
  private static final String ROW =
      "select stream_id, couple_id, kind, thing, kept_seq, ready, revealed from blind ";
  private static final String ONE = "where stream_id = ? and kind = ? and thing = ?";
  private static final String BOTH = "where couple_id = ? and kind = ? and thing = ?";

  private final Sql sql;

  @Inject
  public BlindRows(Sql sql) {
    this.sql = sql;
  }

  /// One's own, held until the commit.
  protected Optional<BlindRow> hold(PersonId author, String kind, UUID thing) {
    return sql.first(ROW + ONE + " for update", BlindRows::row, author, kind, thing);
  }

  /// One's own, as it stands.
  protected Optional<BlindRow> of(PersonId author, String kind, UUID thing) {
    return sql.first(ROW + ONE, BlindRows::row, author, kind, thing);
  }

  protected List<BlindRow> both(BlindThing thing) {
    return sql.list(ROW + BOTH, BlindRows::row, thing.couple(), thing.kind(), thing.id());
  }

  /// Those that nobody else holds. Never waits: who opens them holds a timer's row, and whoever
  /// says *ready* holds their own row and then waits for the timer's.
  protected List<BlindRow> holdBoth(BlindThing thing) {
    return sql.list(
        ROW + BOTH + " order by stream_id for update skip locked",
        BlindRows::row,
        thing.couple(),
        thing.kind(),
        thing.id());
  }

  private static BlindRow row(ResultSet row) throws SQLException {
    return new BlindRow(
        new PersonId(row.getObject("stream_id", UUID.class)),
        new CoupleId(row.getObject("couple_id", UUID.class)),
        row.getString("kind"),
        row.getObject("thing", UUID.class),
        row.getLong("kept_seq"),
        row.getBoolean("ready"),
        row.getBoolean("revealed"));
  }

  protected void keep(PersonId author, BlindThing thing, long seq) {
    sql.change(
        """
        insert into blind (stream_id, couple_id, kind, thing, kept_seq) values (?, ?, ?, ?, ?)
        on conflict (stream_id, kind, thing) do update set kept_seq = excluded.kept_seq
        """,
        author,
        thing.couple(),
        thing.kind(),
        thing.id(),
        seq);
  }

  protected void setReady(PersonId author, BlindThing thing, boolean ready) {
    sql.change("update blind set ready = ? " + ONE, ready, author, thing.kind(), thing.id());
  }

  protected void setRevealed(BlindThing thing) {
    sql.change(
        "update blind set revealed = true " + BOTH, thing.couple(), thing.kind(), thing.id());
  }

  protected void remove(PersonId author, String kind, UUID thing) {
    sql.change("delete from blind " + ONE, author, kind, thing);
  }

  /// Of one kind, the one kept last first.
  protected List<BlindRow> page(PersonId author, String kind, Page.Asked asked) {
    return sql.list(
        ROW + "where stream_id = ? and kind = ? and kept_seq < ? order by kept_seq desc limit ?",
        BlindRows::row,
        author,
        kind,
        asked.before(),
        asked.rows());
  }

  @Override
  public void erase(PersonId person) {
    sql.change("delete from blind where stream_id = ?", person);
  }
}
