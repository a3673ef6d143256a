package app.haven.repair;

import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The follow-ups that stand, of all couples.
@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUpRow, FollowUpRow.Key> {

  Optional<FollowUp> of(StreamId ours, UUID thread) {
    return findByIdOptional(new FollowUpRow.Key(ours, thread)).map(FollowUpRow::state);
  }

  /// Instead of one that stood before.
  void stand(StreamId ours, FollowUp asked) {
    findByIdOptional(new FollowUpRow.Key(ours, asked.thread()))
        .ifPresentOrElse(row -> row.set(asked), () -> persist(new FollowUpRow(ours, asked)));
  }

  void end(StreamId ours, UUID thread) {
    deleteById(new FollowUpRow.Key(ours, thread));
  }

  List<FollowUp> all(StreamId ours) {
    return list("id.stream = ?1 order by askedAt, id.thread", ours.value()).stream()
        .map(FollowUpRow::state)
        .toList();
  }

  void endAll(StreamId ours) {
    delete("id.stream = ?1", ours.value());
  }
}
