package app.haven.feeling;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was shared in all couples of how one was.
@ApplicationScoped
class SharedMoments implements PanacheRepositoryBase<SharedMomentRow, SharedMomentRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);

  Optional<SharedMomentRow> of(StreamId ours, UUID moment) {
    return findByIdOptional(new SharedMomentRow.Key(ours, moment));
  }

  /// When this person shared their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return find(
            "id.stream = ?1 and author = ?2 order by sharedSeq desc", ours.value(), author.value())
        .range(0, SharedMoment.MOST - 1)
        .stream()
        .map(SharedMomentRow::sharedAt)
        .toList();
  }

  /// Of the last days, newest first.
  List<SharedMomentRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and sharedAt > ?2 order by sharedSeq desc", ours.value(), now.minus(SHOWN));
  }

  List<SharedMomentRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and sharedSeq < ?2 order by sharedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
