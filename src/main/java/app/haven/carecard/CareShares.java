package app.haven.carecard;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the people of all couples show each other of their cards.
@ApplicationScoped
class CareShares implements PanacheRepositoryBase<CareShareRow, CareShareRow.Key> {
  Optional<CareShareRow> of(StreamId ours, PersonId owner, Section section) {
    return findByIdOptional(new CareShareRow.Key(ours, owner, section));
  }

  Optional<CareShareRow> of(StreamId ours, UUID share) {
    return find("id.stream = ?1 and share = ?2", ours.value(), share).firstResultOptional();
  }

  /// In the order of the card.
  List<CareShareRow> all(StreamId ours) {
    return list("id.stream = ?1", ours.value()).stream()
        .sorted(
            Comparator.comparing(CareShareRow::owner, Comparator.comparing(PersonId::value))
                .thenComparing(CareShareRow::section))
        .toList();
  }
}
