package app.haven.bid;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The notes of all couples that were sent.
@ApplicationScoped
class Notes implements PanacheRepositoryBase<NoteRow, NoteRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);

  boolean knows(StreamId ours, UUID note) {
    return findByIdOptional(new NoteRow.Key(ours, note)).isPresent();
  }

  /// When this person sent their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return find(
            "id.stream = ?1 and author = ?2 order by sentSeq desc", ours.value(), author.value())
        .range(0, Note.MOST - 1)
        .stream()
        .map(NoteRow::sentAt)
        .toList();
  }

  void add(NoteRow row) {
    persist(row);
  }

  /// Of the last days, newest first.
  List<NoteRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and sentAt > ?2 order by sentSeq desc", ours.value(), now.minus(SHOWN));
  }

  List<NoteRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and sentSeq < ?2 order by sentSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
