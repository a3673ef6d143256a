package app.haven.hold;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The holds of all people, each on the owner's own stream. They go with their owner.
@ApplicationScoped
class Holds implements PanacheRepositoryBase<HoldRow, HoldRow.Key>, Erasable {
  Optional<HoldRow> of(PersonId owner, UUID hold) {
    return findByIdOptional(new HoldRow.Key(owner, hold));
  }

  void add(HoldRow row) {
    persist(row);
  }

  void remove(HoldRow row) {
    delete(row);
  }

  /// The one placed last first.
  List<HoldRow> all(PersonId owner) {
    return list("id.stream = ?1 order by placedSeq desc", owner.mine().value());
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
