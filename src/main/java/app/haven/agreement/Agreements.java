package app.haven.agreement;

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

/// The agreements of all couples.
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<AgreementRow, AgreementRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);

  Optional<AgreementRow> of(StreamId ours, UUID agreement) {
    return findByIdOptional(new AgreementRow.Key(ours, agreement));
  }

  /// How many new ones of this person wait for a yes.
  int waiting(StreamId ours, PersonId author) {
    return Math.toIntExact(
        count(
            "id.stream = ?1 and author = ?2 and holds is null and endedAt is null",
            ours.value(),
            author.value()));
  }

  /// When the other last said no to something of this kind that this person asked.
  Optional<Instant> no(StreamId ours, Kind kind, PersonId to) {
    return find(
            "id.stream = ?1 and kind = ?2 and noTo = ?3 order by noAt desc",
            ours.value(),
            kind.wire(),
            to.value())
        .firstResultOptional()
        .flatMap(row -> row.no(to));
  }

  void add(AgreementRow row) {
    persist(row);
  }

  List<AgreementRow> open(StreamId ours) {
    return list("id.stream = ?1 and endedAt is null", ours.value());
  }

  /// Those that wait or hold, and those of the last days that ended; newest first.
  List<AgreementRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and coalesce(endedAt, ?2) > ?3 order by firstSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<AgreementRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and firstSeq < ?2 order by firstSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
