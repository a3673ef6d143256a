package app.haven.carecard;

import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The own cards of all people, each on its owner's stream.
@ApplicationScoped
class CareSections implements PanacheRepositoryBase<CareSectionRow, CareSectionRow.Key> {
  Optional<CareSectionRow> of(PersonId owner, Section section) {
    return findByIdOptional(new CareSectionRow.Key(owner, section));
  }

  /// In the order of the card.
  List<CareSectionRow> all(PersonId owner) {
    return list("id.stream = ?1", owner.mine().value()).stream()
        .sorted(Comparator.comparing(CareSectionRow::section))
        .toList();
  }

  void eraseAll(PersonId owner) {
    delete("id.stream = ?1", owner.mine().value());
  }
}
