package app.haven.question;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The questions that people wrote themselves, of all couples.
@ApplicationScoped
class Owns implements PanacheRepositoryBase<OwnRow, OwnRow.Key> {
  private static final String STANDS = "id.stream = ?1 and removedAt is null";

  Optional<OwnRow> of(StreamId ours, UUID own) {
    return findByIdOptional(new OwnRow.Key(ours, own));
  }

  List<UUID> inDeck(StreamId ours, Depth depth) {
    return find(STANDS + " and depth = ?2", ours.value(), depth.wire()).stream()
        .map(row -> row.state().id())
        .toList();
  }

  int standing(StreamId ours, PersonId author) {
    return Math.toIntExact(count(STANDS + " and author = ?2", ours.value(), author.value()));
  }

  /// When this person added their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return find(
            "id.stream = ?1 and author = ?2 order by addedSeq desc", ours.value(), author.value())
        .range(0, Own.MOST_AN_HOUR - 1)
        .stream()
        .map(OwnRow::addedAt)
        .toList();
  }

  void add(OwnRow row) {
    persist(row);
  }

  /// Newest first.
  List<OwnRow> all(StreamId ours) {
    return list(STANDS + " order by addedSeq desc", ours.value());
  }

  List<OwnRow> page(StreamId ours, Page.Asked asked) {
    return find(STANDS + " and addedSeq < ?2 order by addedSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
