package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The notes and decisions of all talks.
@ApplicationScoped
class Items implements PanacheRepositoryBase<ItemRow, ItemRow.Key> {
  Optional<ItemRow> of(StreamId ours, UUID item) {
    return findByIdOptional(new ItemRow.Key(ours, item));
  }

  /// How many of a kind this person began in a talk.
  int count(StreamId ours, UUID weekly, boolean decision, PersonId begunBy) {
    return (int)
        of(ours, List.of(weekly)).stream()
            .filter(row -> row.item().decision() == decision && row.isBegunBy(begunBy))
            .count();
  }

  List<ItemRow> of(StreamId ours, Collection<UUID> weeklies) {
    if (weeklies.isEmpty()) return List.of();
    return list("id.stream = ?1 and weekly in ?2", ours.value(), weeklies);
  }
}
