package app.haven.repair;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The attempts of all couples.
@ApplicationScoped
class Repairs implements PanacheRepositoryBase<RepairRow, RepairRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);

  Optional<RepairRow> of(StreamId ours, UUID repair) {
    return findByIdOptional(new RepairRow.Key(ours, repair));
  }

  /// The attempt that began this thread; it gave the thread its id.
  Optional<Repair.Attempt> first(StreamId ours, UUID thread) {
    return of(ours, thread)
        .map(row -> row.state().attempt())
        .filter(attempt -> attempt.thread().equals(thread));
  }

  /// Until when time was asked for in this thread, of the answers that stand.
  Optional<Instant> rest(StreamId ours, UUID thread) {
    return list("id.stream = ?1 and thread = ?2 and until is not null", ours.value(), thread)
        .stream()
        .map(RepairRow::until)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  /// When this person offered their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId giver) {
    return find(
            "id.stream = ?1 and giver = ?2 order by offeredSeq desc", ours.value(), giver.value())
        .range(0, Repair.MOST - 1)
        .stream()
        .map(RepairRow::offeredAt)
        .toList();
  }

  void add(RepairRow row) {
    persist(row);
  }

  /// Whole threads, newest first: those with an attempt of the last days, with a time that is asked
  /// for and still ahead, or with a follow-up.
  List<RepairRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and (thread in (select r.thread from RepairRow r where r.id.stream = ?1"
            + " and (r.offeredAt > ?2 or (r.withdrawnAt is null and r.until > ?3)))"
            + " or thread in (select f.id.thread from FollowUpRow f where f.id.stream = ?1))"
            + " order by offeredSeq desc",
        ours.value(),
        now.minus(SHOWN),
        now);
  }

  /// All attempts about one hurt, the first one first.
  List<RepairRow> thread(StreamId ours, UUID thread) {
    return list("id.stream = ?1 and thread = ?2 order by offeredSeq", ours.value(), thread);
  }

  /// Of both.
  List<RepairRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and offeredSeq < ?2 order by offeredSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  List<RepairRow> page(StreamId ours, PersonId giver, Page.Asked asked) {
    return find(
            "id.stream = ?1 and giver = ?2 and offeredSeq < ?3 order by offeredSeq desc",
            ours.value(),
            giver.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  /// For whom a reminder may stand.
  List<UUID> waiting(StreamId ours) {
    return list("id.stream = ?1 and withdrawnAt is null and until is not null", ours.value())
        .stream()
        .map(RepairRow::id)
        .toList();
  }
}
