package app.haven.plan;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The ideas of all couples.
@ApplicationScoped
class Ideas implements PanacheRepositoryBase<IdeaRow, IdeaRow.Key> {
  private static final String STANDING = "id.stream = ?1 and takenBackAt is null";

  Optional<IdeaRow> of(StreamId ours, UUID idea) {
    return findByIdOptional(new IdeaRow.Key(ours, idea));
  }

  /// When this person added their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return find(
            "id.stream = ?1 and author = ?2 order by addedSeq desc", ours.value(), author.value())
        .range(0, Idea.MOST - 1)
        .stream()
        .map(IdeaRow::addedAt)
        .toList();
  }

  int standing(StreamId ours, PersonId author) {
    return (int) count(STANDING + " and author = ?2", ours.value(), author.value());
  }

  /// Newest first.
  List<IdeaRow> all(StreamId ours) {
    return list(STANDING + " order by addedSeq desc", ours.value());
  }

  List<IdeaRow> page(StreamId ours, Page.Asked asked) {
    return find(
            STANDING + " and addedSeq < ?2 order by addedSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
