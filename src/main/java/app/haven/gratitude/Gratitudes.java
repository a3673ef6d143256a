package app.haven.gratitude;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The entries of all couples and all people, each in the stream of its list.
@ApplicationScoped
class Gratitudes implements PanacheRepositoryBase<GratitudeRow, GratitudeRow.Key> {
  private static final String NEWEST = "id.stream = ?1 and addedSeq < ?2 %s order by addedSeq desc";

  Optional<GratitudeRow> of(StreamId list, UUID id) {
    return findByIdOptional(new GratitudeRow.Key(list, id));
  }

  /// When this person added their last ones, newest first.
  List<Instant> last(StreamId list, PersonId by) {
    return find("id.stream = ?1 and author = ?2 order by addedSeq desc", list.value(), by.value())
        .range(0, Gratitude.MOST - 1)
        .stream()
        .map(GratitudeRow::addedAt)
        .toList();
  }

  List<GratitudeRow> page(StreamId list, boolean pinned, Page.Asked asked) {
    return before(list, pinned, asked.before(), asked.rows());
  }

  /// Newest first.
  List<GratitudeRow> before(StreamId list, boolean pinned, long seq, int rows) {
    return find(NEWEST.formatted(pinned ? "and pinned" : ""), list.value(), seq)
        .range(0, rows - 1)
        .list();
  }

  /// Those that may come back.
  List<UUID> standingSince(StreamId list, Instant before) {
    return getEntityManager()
        .createQuery(
            "select g.id.id from GratitudeRow g"
                + " where g.id.stream = ?1 and g.addedAt < ?2 and not g.erased",
            UUID.class)
        .setParameter(1, list.value())
        .setParameter(2, before)
        .getResultList();
  }

  void eraseAll(StreamId list) {
    delete("id.stream = ?1", list.value());
  }
}
