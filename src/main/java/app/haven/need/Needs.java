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

/// The shared needs of all couples.
@ApplicationScoped
class Needs implements PanacheRepositoryBase<NeedRow, SharedRow.Key> {

  Optional<NeedRow> of(StreamId ours, UUID need) {
    return findByIdOptional(new SharedRow.Key(ours, need));
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

  void add(NeedRow row) {
    persist(row);
  }

  /// Those with a reminder that somebody agreed to.
  List<NeedRow> reminding(StreamId ours) {
    return list("id.stream = ?1 and agreed", ours.value());
  }

  List<NeedRow> current(StreamId ours, Instant now) {
    return list(SharedRows.CURRENT, ours.value(), SharedRows.shownSince(now));
  }

  List<NeedRow> page(StreamId ours, Page.Asked asked) {
    return find(SharedRows.PAGE, ours.value(), asked.before()).range(0, asked.rows() - 1).list();
  }
}
