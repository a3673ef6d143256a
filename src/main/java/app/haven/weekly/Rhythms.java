package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rhythms of all couples, those that ended too.
@ApplicationScoped
class Rhythms implements PanacheRepositoryBase<RhythmRow, RhythmRow.Key> {
  private static final int COUNTED = 10;

  Optional<RhythmRow> of(StreamId ours, UUID rhythm) {
    return findByIdOptional(new RhythmRow.Key(ours, rhythm));
  }

  /// At most one that is agreed and one that is proposed.
  List<RhythmRow> standing(StreamId ours) {
    return list("id.stream = ?1 and endedAt is null order by proposedAt", ours.value());
  }

  Optional<RhythmRow> agreed(StreamId ours) {
    return standing(ours).stream().filter(RhythmRow::agreed).findFirst();
  }

  Optional<RhythmRow> proposed(StreamId ours) {
    return standing(ours).stream().filter(row -> !row.agreed()).findFirst();
  }

  /// When this person proposed their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId by) {
    return find(
            "id.stream = ?1 and proposedBy = ?2 order by proposedAt desc", ours.value(), by.value())
        .range(0, COUNTED - 1)
        .stream()
        .map(RhythmRow::proposedAt)
        .toList();
  }
}
