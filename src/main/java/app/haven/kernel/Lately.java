package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often somebody lately showed the other what leaves no row when it is taken back: shown and
/// taken back over and over would be a way to disturb. Taking back is never held up. Runs in the
/// caller's transaction.
@ApplicationScoped
public class Lately implements Erasable {
  public static final int MOST = 10;
  public static final Duration WINDOW = Duration.ofHours(1);

  private final Sql sql;

  @Inject
  public Lately(Sql sql) {
    this.sql = sql;
  }

  /// @throws Refusal `rate` where it was often enough for now
  public void mustBeFew(StreamId ours, PersonId by, String kind, Instant now) {
    few(times(ours, by, kind), now);
  }

  /// @param times when it was done last, newest first
  static void few(List<Instant> times, Instant now) {
    if (times.size() < MOST) return;
    var free = times.get(MOST - 1).plus(WINDOW);
    if (free.isAfter(now)) {
      throw Refusal.rate(
          "Ten times in an hour are enough for now. There is time.", Duration.between(now, free));
    }
  }

  protected List<Instant> times(StreamId ours, PersonId by, String kind) {
    return sql.list(
        "select at from lately where stream_id = ? and person_id = ? and kind = ?"
            + " order by seq desc limit ?",
        row -> row.getTimestamp(1).toInstant(),
        ours,
        by,
        kind,
        MOST);
  }

  /// @param seq of the event
  public void add(StreamId ours, PersonId by, String kind, Instant now, long seq) {
    sql.change(
        "delete from lately where stream_id = ? and person_id = ? and kind = ? and at <= ?",
        ours,
        by,
        kind,
        now.minus(WINDOW));
    sql.change(
        "insert into lately (stream_id, person_id, kind, seq, at) values (?, ?, ?, ?, ?)",
        ours,
        by,
        kind,
        seq,
        now);
  }

  @Override
  public void erase(PersonId person) {
    sql.change("delete from lately where person_id = ?", person);
  }
}
