package app.haven.phonesdown;

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

/// The slots of all couples.
@ApplicationScoped
class Slots implements PanacheRepositoryBase<SlotRow, SlotRow.Key> {
  private static final Duration SHOWN = Duration.ofHours(24);
  private static final String PROPOSED_BY = "id.stream = ?1 and proposedBy = ?2";

  Optional<SlotRow> of(StreamId ours, UUID slot) {
    return findByIdOptional(new SlotRow.Key(ours, slot));
  }

  /// What is proposed, agreed or under way.
  Optional<SlotRow> standing(StreamId ours) {
    return find("id.stream = ?1 and overAt is null", ours.value()).firstResultOptional();
  }

  /// When this person proposed their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId person) {
    return find(PROPOSED_BY + " order by proposedSeq desc", ours.value(), person.value())
        .range(0, Proposing.MOST - 1)
        .stream()
        .map(SlotRow::proposedAt)
        .toList();
  }

  /// When the other last said not now to one of theirs.
  Optional<Instant> no(StreamId ours, PersonId person) {
    return find(
            PROPOSED_BY + " and notNowAt is not null order by proposedSeq desc",
            ours.value(),
            person.value())
        .firstResultOptional()
        .map(SlotRow::notNowAt);
  }

  void add(SlotRow row) {
    persist(row);
  }

  /// What stands, and what ended within a day; newest first.
  List<SlotRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(overAt, ?2) > ?3 order by proposedSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<SlotRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and proposedSeq < ?2 order by proposedSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
