package app.haven.worksheet;

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

/// The worksheets of all couples.
@ApplicationScoped
class Worksheets implements PanacheRepositoryBase<WorksheetRow, WorksheetRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(30);

  Optional<WorksheetRow> of(StreamId ours, UUID worksheet) {
    return findByIdOptional(new WorksheetRow.Key(ours, worksheet));
  }

  /// When this person opened their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId by) {
    return find(
            "id.stream = ?1 and openedBy = ?2 order by openedSeq desc", ours.value(), by.value())
        .range(0, Worksheet.MOST - 1)
        .stream()
        .map(WorksheetRow::openedAt)
        .toList();
  }

  /// How many that this person opened are not closed.
  int standing(StreamId ours, PersonId by) {
    return (int)
        count("id.stream = ?1 and openedBy = ?2 and closedAt is null", ours.value(), by.value());
  }

  void add(WorksheetRow row) {
    persist(row);
  }

  /// Those that are not closed, and those closed in the last month; newest first.
  List<WorksheetRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(closedAt, ?2) > ?3 order by openedSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<WorksheetRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and openedSeq < ?2 order by openedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
