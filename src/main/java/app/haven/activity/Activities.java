package app.haven.activity;

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

/// The activities of all couples.
@ApplicationScoped
class Activities implements PanacheRepositoryBase<ActivityRow, ActivityRow.Key> {
  private static final Duration SHOWN = Duration.ofHours(24);
  private static final String OFFERED_BY = "id.stream = ?1 and offeredBy = ?2";

  Optional<ActivityRow> of(StreamId ours, UUID activity) {
    return findByIdOptional(new ActivityRow.Key(ours, activity));
  }

  /// What is offered or under way.
  Optional<ActivityRow> standing(StreamId ours) {
    return find("id.stream = ?1 and overAt is null", ours.value()).firstResultOptional();
  }

  /// When this person offered their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId person) {
    return find(OFFERED_BY + " order by offeredSeq desc", ours.value(), person.value())
        .range(0, Activity.MOST - 1)
        .stream()
        .map(ActivityRow::offeredAt)
        .toList();
  }

  /// When the other last said not now to this one of theirs.
  Optional<Instant> no(StreamId ours, PersonId person, Which which) {
    return find(
            OFFERED_BY + " and which = ?3 and notNowAt is not null order by offeredSeq desc",
            ours.value(),
            person.value(),
            which.wire())
        .firstResultOptional()
        .map(ActivityRow::notNowAt);
  }

  void add(ActivityRow row) {
    persist(row);
  }

  /// What stands, and what ended within a day; newest first.
  List<ActivityRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(overAt, ?2) > ?3 order by offeredSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<ActivityRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and offeredSeq < ?2 order by offeredSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
