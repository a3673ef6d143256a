package app.haven.question;

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

/// The questions of all couples.
@ApplicationScoped
class Questions implements PanacheRepositoryBase<QuestionRow, QuestionRow.Key> {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final String STANDS = "id.stream = ?1 and goneAt is null";

  Optional<QuestionRow> of(StreamId ours, UUID question) {
    return findByIdOptional(new QuestionRow.Key(ours, question));
  }

  Optional<QuestionRow> open(StreamId ours) {
    return find(STANDS + " and revealedAt is null", ours.value()).firstResultOptional();
  }

  /// When this person let the last ones come, newest first.
  List<Instant> last(StreamId ours, PersonId person) {
    return find(
            "id.stream = ?1 and calledBy = ?2 order by drawnSeq desc", ours.value(), person.value())
        .range(0, Question.MOST - 1)
        .stream()
        .map(QuestionRow::drawnAt)
        .toList();
  }

  /// Those of this depth that came since its deck last began anew, newest first: never more than
  /// the deck holds.
  List<QuestionRow> lap(StreamId ours, Depth depth) {
    return list(
        "id.stream = ?1 and depth = ?2 and lap ="
            + " (select max(q.lap) from QuestionRow q where q.id.stream = ?1 and q.depth = ?2)"
            + " order by drawnSeq desc",
        ours.value(),
        depth.wire());
  }

  void add(QuestionRow row) {
    persist(row);
  }

  /// The one before is put away first: the database holds that one is open at a time.
  void addInstead(QuestionRow row) {
    flush();
    persist(row);
  }

  /// The open one, and those that were answered in the last days; newest first.
  List<QuestionRow> current(StreamId ours, Instant now) {
    return list(
        STANDS + " and coalesce(revealedAt, ?2) > ?3 order by drawnSeq desc",
        ours.value(),
        now,
        now.minus(SHOWN));
  }

  List<QuestionRow> page(StreamId ours, Page.Asked asked) {
    return find(STANDS + " and drawnSeq < ?2 order by drawnSeq desc", ours.value(), asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
