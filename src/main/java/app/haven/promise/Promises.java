package app.haven.promise;

import app.haven.kernel.Linkable;
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

/// The promises of all couples.
@ApplicationScoped
class Promises implements PanacheRepositoryBase<PromiseRow, PromiseRow.Key>, Linkable {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final String OPEN = "id.stream = ?1 and keptAt is null and letGoAt is null";

  Optional<PromiseRow> of(StreamId ours, UUID promise) {
    return findByIdOptional(new PromiseRow.Key(ours, promise));
  }

  /// When this person made their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId maker) {
    return find("id.stream = ?1 and maker = ?2 order by madeSeq desc", ours.value(), maker.value())
        .range(0, Promise.MOST - 1)
        .stream()
        .map(PromiseRow::madeAt)
        .toList();
  }

  /// Only so that the list stays small; it is shown to nobody.
  int open(StreamId ours, PersonId maker) {
    return Math.toIntExact(count(OPEN + " and maker = ?2", ours.value(), maker.value()));
  }

  List<PromiseRow> open(StreamId ours) {
    return list(OPEN, ours.value());
  }

  void add(PromiseRow row) {
    persist(row);
  }

  /// The open ones, and those of the last days that are settled; newest first.
  List<PromiseRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(keptAt, letGoAt, ?2) > ?3 order by madeSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<PromiseRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and madeSeq < ?2 order by madeSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  @Override
  public String kind() {
    return "promise";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return of(stream, id).isPresent();
  }
}
