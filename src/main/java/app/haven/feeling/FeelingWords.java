package app.haven.feeling;

import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All people's own words for feelings, each on their own stream.
@ApplicationScoped
class FeelingWords implements PanacheRepositoryBase<FeelingWordRow, FeelingWordRow.Key> {
  static final int MOST = 30;

  Optional<FeelingWordRow> of(PersonId owner, UUID word) {
    return findByIdOptional(new FeelingWordRow.Key(owner, word));
  }

  /// Newest first.
  List<FeelingWordRow> all(PersonId owner) {
    return list("id.stream = ?1 order by keptSeq desc", owner.mine().value());
  }

  void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
