package app.haven.weekly;

import app.haven.kernel.Page;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The weekly check-ins of all couples.
@ApplicationScoped
class Weeklies implements PanacheRepositoryBase<WeeklyRow, WeeklyRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(8);

  Optional<WeeklyRow> of(StreamId ours, UUID weekly) {
    return findByIdOptional(new WeeklyRow.Key(ours, weekly));
  }

  /// The one that has not ended.
  Optional<WeeklyRow> open(StreamId ours) {
    return find("id.stream = ?1 and endedAt is null", ours.value()).firstResultOptional();
  }

  /// The one that has not ended, and those that ended in the last days; newest first.
  List<WeeklyRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(endedAt, ?2) > ?3 order by openedSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<WeeklyRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and openedSeq < ?2 order by openedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
