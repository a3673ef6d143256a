package app.haven.agreement;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Who changed an agreement when, of all couples.
@ApplicationScoped
class Changes implements PanacheRepositoryBase<ChangeRow, ChangeRow.Key> {
  /// Of this person, newest first, as many as the rule asks for.
  List<Instant> last(StreamId ours, PersonId author) {
    return find("id.stream = ?1 and author = ?2 order by id.seq desc", ours.value(), author.value())
        .range(0, Moment.MOST_CHANGES - 1)
        .stream()
        .map(ChangeRow::at)
        .toList();
  }

  void add(ChangeRow row) {
    persist(row);
  }
}
