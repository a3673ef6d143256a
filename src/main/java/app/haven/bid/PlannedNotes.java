package app.haven.bid;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Notes that wait for their time, each on its author's own stream.
///
/// Such a row is reached under two locks: its author cancels it under that of `mine`, its time
/// comes under that of `ours`. So the row itself is held, or a note could be cancelled and go out.
@ApplicationScoped
class PlannedNotes implements PanacheRepositoryBase<PlannedNoteRow, PlannedNoteRow.Key> {
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  PlannedNotes(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /// Reads and holds these, in one order everywhere: two transactions never wait in a ring.
  void hold(Collection<UUID> notes) {
    if (notes.isEmpty()) return;
    for (Object row :
        getEntityManager()
            .createNativeQuery(
                """
                select * from planned_note where id = any(cast(?1 as uuid[]))
                order by stream_id, id for update
                """,
                PlannedNoteRow.class)
            .setParameter(1, notes.toArray(UUID[]::new))
            .getResultList()) {
      held().add((PlannedNoteRow) row);
    }
  }

  /// Of those held: this person's.
  Optional<PlannedNoteRow> heldOf(PersonId author, UUID note) {
    return held().stream()
        .filter(row -> row.id().equals(note) && row.author().equals(author))
        .findFirst();
  }

  /// Of those held: the one that goes to this couple.
  Optional<PlannedNoteRow> heldFor(StreamId ours, UUID note) {
    return held().stream()
        .filter(row -> row.id().equals(note) && row.ours().equals(ours))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private List<PlannedNoteRow> held() {
    var held = (List<PlannedNoteRow>) transaction.getResource(this);
    if (held == null) {
      held = new ArrayList<>();
      transaction.putResource(this, held);
    }
    return held;
  }

  void add(PlannedNoteRow row) {
    persist(row);
    held().add(row);
  }

  void remove(PlannedNoteRow row) {
    delete(row);
    held().remove(row);
  }

  /// When those of this person that wait go out.
  List<Instant> times(PersonId author) {
    return all(author).stream().map(PlannedNoteRow::at).toList();
  }

  /// The next to go out first.
  List<PlannedNoteRow> all(PersonId author) {
    return list("id.stream = ?1 order by goesAt, id.id", author.mine().value());
  }

  List<PlannedNoteRow> of(CoupleId couple) {
    return list("couple = ?1", couple.value());
  }

  void eraseAll(PersonId author) {
    delete("id.stream = ?1", author.mine().value());
  }
}
