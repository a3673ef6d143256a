package app.haven.plan;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Surprises that wait, each on its author's own stream.
///
/// Such a row is reached under two locks: its author throws it away under that of `mine`, it opens
/// under that of `ours`. So the row itself is held, or one could be thrown away and open.
@ApplicationScoped
class HiddenPlans implements PanacheRepositoryBase<HiddenPlanRow, HiddenPlanRow.Key> {
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  HiddenPlans(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /// Reads and holds these, in one order everywhere: two transactions never wait in a ring.
  void hold(Collection<UUID> plans) {
    if (plans.isEmpty()) return;
    for (Object row :
        getEntityManager()
            .createNativeQuery(
                """
                select * from hidden_plan where id = any(cast(?1 as uuid[]))
                order by stream_id, id for update
                """,
                HiddenPlanRow.class)
            .setParameter(1, plans.toArray(UUID[]::new))
            .getResultList()) {
      held().add((HiddenPlanRow) row);
    }
  }

  /// Of those held: this person's.
  Optional<HiddenPlanRow> heldOf(PersonId author, UUID plan) {
    return held().stream()
        .filter(row -> row.id().equals(plan) && row.author().equals(author))
        .findFirst();
  }

  /// Of those held: the one that is for this couple and due. Both may have one of the same id, and
  /// nobody's opens at the other's time.
  Optional<HiddenPlanRow> heldFor(StreamId ours, UUID plan, Instant now) {
    return held().stream()
        .filter(row -> row.id().equals(plan) && row.ours().equals(ours) && row.isDue(now))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private List<HiddenPlanRow> held() {
    var held = (List<HiddenPlanRow>) transaction.getResource(this);
    if (held == null) {
      held = new ArrayList<>();
      transaction.putResource(this, held);
    }
    return held;
  }

  void add(HiddenPlanRow row) {
    persist(row);
    held().add(row);
  }

  void remove(HiddenPlanRow row) {
    delete(row);
    held().remove(row);
  }

  /// The newest first.
  List<HiddenPlanRow> all(PersonId author) {
    return list("id.stream = ?1 order by hiddenSeq desc", author.mine().value());
  }

  List<HiddenPlanRow> of(CoupleId couple) {
    return list("couple = ?1", couple.value());
  }

  void eraseAll(PersonId author) {
    delete("id.stream = ?1", author.mine().value());
  }
}
