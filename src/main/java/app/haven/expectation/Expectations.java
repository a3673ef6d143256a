package app.haven.expectation;

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

/// The exchanges of all couples.
@ApplicationScoped
class Expectations implements PanacheRepositoryBase<ExpectationRow, ExpectationRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(30);

  Optional<ExpectationRow> of(StreamId ours, UUID expectation) {
    return findByIdOptional(new ExpectationRow.Key(ours, expectation));
  }

  /// The one of this topic that waits for its answers.
  Optional<ExpectationRow> open(StreamId ours, Topic topic) {
    return find("id.stream = ?1 and topic = ?2 and revealedAt is null", ours.value(), topic.wire())
        .firstResultOptional();
  }

  /// When this person opened their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId by) {
    return find(
            "id.stream = ?1 and openedBy = ?2 order by openedSeq desc", ours.value(), by.value())
        .range(0, Expectation.MOST - 1)
        .stream()
        .map(ExpectationRow::openedAt)
        .toList();
  }

  void add(ExpectationRow row) {
    persist(row);
  }

  /// Those that are open, and those revealed in the last month; newest first.
  List<ExpectationRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(revealedAt, ?2) > ?3 order by openedSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<ExpectationRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and openedSeq < ?2 order by openedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
