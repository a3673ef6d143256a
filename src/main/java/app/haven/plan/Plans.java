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

/// The plans of all couples.
@ApplicationScoped
class Plans implements PanacheRepositoryBase<PlanRow, PlanRow.Key> {
  private static final String SHOWN = "id.stream = ?1 and letGoAt is null and aboutAt > ?2";

  Optional<PlanRow> of(StreamId ours, UUID plan) {
    return findByIdOptional(new PlanRow.Key(ours, plan));
  }

  /// When this person made their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId maker) {
    return find("id.stream = ?1 and maker = ?2 order by madeSeq desc", ours.value(), maker.value())
        .range(0, Plan.MOST - 1)
        .stream()
        .map(PlanRow::madeAt)
        .toList();
  }

  int standing(StreamId ours, PersonId maker, Instant now) {
    return (int)
        count(SHOWN + " and maker = ?3", ours.value(), now.minus(Plan.SHOWN), maker.value());
  }

  void add(PlanRow row) {
    persist(row);
  }

  /// Newest first.
  List<PlanRow> shown(StreamId ours, Instant now) {
    return list(SHOWN + " order by madeSeq desc", ours.value(), now.minus(Plan.SHOWN));
  }

  List<PlanRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and madeSeq < ?2 order by madeSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
