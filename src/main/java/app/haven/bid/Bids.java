package app.haven.bid;

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

/// The bids of all couples.
@ApplicationScoped
class Bids implements PanacheRepositoryBase<BidRow, BidRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);

  Optional<BidRow> of(StreamId ours, UUID bid) {
    return findByIdOptional(new BidRow.Key(ours, bid));
  }

  /// When this person made their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId sender) {
    return find(
            "id.stream = ?1 and sender = ?2 order by madeSeq desc", ours.value(), sender.value())
        .range(0, Bid.MOST - 1)
        .stream()
        .map(BidRow::madeAt)
        .toList();
  }

  /// When not now was last said to this kind, of those answers that stand.
  Optional<Instant> no(StreamId ours, PersonId sender, BidKind kind) {
    return find(
            "id.stream = ?1 and sender = ?2 and kind = ?3 and answer = 'not_now'"
                + " order by answeredAt desc",
            ours.value(),
            sender.value(),
            kind.wire())
        .firstResultOptional()
        .map(BidRow::no);
  }

  void add(BidRow row) {
    persist(row);
  }

  /// Of the last days, and older ones whose time is still ahead; newest first. What was taken back
  /// leaves its trace as long: nothing disappears from the other's view without one.
  List<BidRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and (madeAt > ?2"
            + " or (withdrawnAt is null and (plannedAt > ?3 or laterAt > ?3)))"
            + " order by madeSeq desc",
        ours.value(),
        now.minus(SHOWN),
        now);
  }

  List<BidRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and madeSeq < ?2 order by madeSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  /// For whom a timer may stand: an open one fades, one with *later* comes back to mind.
  List<UUID> waiting(StreamId ours) {
    return list(
            "id.stream = ?1 and withdrawnAt is null"
                + " and (answer = 'later' or (answer is null and fadedAt is null))",
            ours.value())
        .stream()
        .map(BidRow::id)
        .toList();
  }
}
