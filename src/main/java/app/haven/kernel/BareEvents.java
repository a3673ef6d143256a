package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/// Events without the words in them, for those who have no business with words.
@ApplicationScoped
public class BareEvents {
  private final Sql sql;

  @Inject
  public BareEvents(Sql sql) {
    this.sql = sql;
  }

  /// Empty where the stream is closed. Runs in the caller's transaction.
  public Optional<Event> of(StreamId stream, long seq) {
    return sql.first(
        """
        select e.command, e.at, e.by_person, e.kind, e.data
        from event e join stream s on s.id = e.stream_id and s.closed_at is null
        where e.stream_id = ? and e.seq = ?
        """,
        row -> {
          var by = row.getObject("by_person", UUID.class);
          return new Event(
              stream,
              seq,
              row.getObject("command", UUID.class),
              row.getTimestamp("at").toInstant(),
              by == null ? null : new PersonId(by),
              row.getString("kind"),
              EventData.join(row.getString("data"), false, null));
        },
        stream,
        seq);
  }
}
