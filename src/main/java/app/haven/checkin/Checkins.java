package app.haven.checkin;

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

/// The daily check-ins of all couples.
@ApplicationScoped
class Checkins implements PanacheRepositoryBase<CheckinRow, CheckinRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(2);

  Optional<CheckinRow> of(StreamId ours, UUID checkin) {
    return findByIdOptional(new CheckinRow.Key(ours, checkin));
  }

  /// When this person told their last ones, newest first.
  List<Instant> last(StreamId ours, PersonId teller) {
    return find(
            "id.stream = ?1 and teller = ?2 order by toldSeq desc", ours.value(), teller.value())
        .range(0, Checkin.MOST - 1)
        .stream()
        .map(CheckinRow::toldAt)
        .toList();
  }

  /// Of the last days, newest first.
  List<CheckinRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and toldAt > ?2 order by toldSeq desc", ours.value(), now.minus(SHOWN));
  }

  List<CheckinRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and toldSeq < ?2 order by toldSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
