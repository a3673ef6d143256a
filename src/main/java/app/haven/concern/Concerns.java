package app.haven.concern;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The concerns of all couples.
@ApplicationScoped
class Concerns implements PanacheRepositoryBase<ConcernRow, ConcernRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final String STANDS =
      "id.stream = ?1 and closedAt is null and withdrawnAt is null";
  private static final String PARKED = STANDS + " and (openedAt is null or restedAt is not null)";

  Optional<ConcernRow> of(StreamId ours, UUID concern) {
    return findByIdOptional(new ConcernRow.Key(ours, concern));
  }

  /// When this person raised their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId author) {
    return find(
            "id.stream = ?1 and author = ?2 order by raisedSeq desc", ours.value(), author.value())
        .range(0, Concern.MOST - 1)
        .stream()
        .map(ConcernRow::raisedAt)
        .toList();
  }

  int parked(StreamId ours, PersonId author) {
    return Math.toIntExact(count(PARKED + " and author = ?2", ours.value(), author.value()));
  }

  Optional<ConcernRow> open(StreamId ours) {
    return find(STANDS + " and openedAt is not null and restedAt is null", ours.value())
        .firstResultOptional();
  }

  /// Who had the one place last.
  Optional<Concern.Turn> turn(StreamId ours) {
    return find("id.stream = ?1 and freedAt is not null order by freedAt desc", ours.value())
        .firstResultOptional()
        .map(row ->
            new Concern.Turn(row.state().card().author(), Objects.requireNonNull(row.freedAt())));
  }

  void add(ConcernRow row) {
    persist(row);
  }

  /// The open one, those that wait, and those of the last days that are over; newest first.
  List<ConcernRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(withdrawnAt, closedAt, ?2) > ?3 order by raisedSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<ConcernRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and raisedSeq < ?2 order by raisedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
