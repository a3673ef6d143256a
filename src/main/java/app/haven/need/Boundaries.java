package app.haven.need;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The shared boundaries of all couples.
@ApplicationScoped
class Boundaries implements PanacheRepositoryBase<BoundaryRow, SharedRow.Key> {

  Optional<BoundaryRow> of(StreamId ours, UUID boundary) {
    return findByIdOptional(new SharedRow.Key(ours, boundary));
  }

  /// When this person shared their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return SharedRows.last(
        list("id.stream = ?1 and author = ?2", ours.value(), author.value()).stream());
  }

  /// How many this person shares.
  int standing(StreamId ours, PersonId author) {
    return (int) count(SharedRows.STANDING, ours.value(), author.value());
  }

  void add(BoundaryRow row) {
    persist(row);
  }

  List<BoundaryRow> current(StreamId ours, Instant now) {
    return list(SharedRows.CURRENT, ours.value(), SharedRows.shownSince(now));
  }

  List<BoundaryRow> page(StreamId ours, Page.Asked asked) {
    return find(SharedRows.PAGE, ours.value(), asked.before()).range(0, asked.rows() - 1).list();
  }
}
