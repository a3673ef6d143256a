package app.haven.feeling;

import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// How all people want to be asked, each on their own stream.
@ApplicationScoped
class FeelingWishRows implements PanacheRepositoryBase<FeelingWishRow, UUID> {
  FeelingWishes state(PersonId person) {
    return findByIdOptional(person.mine().value())
        .map(FeelingWishRow::state)
        .orElse(FeelingWishes.NONE);
  }

  void save(PersonId person, FeelingWishes wishes) {
    findByIdOptional(person.mine().value())
        .orElseGet(() -> {
          var row = new FeelingWishRow(person);
          persist(row);
          return row;
        })
        .set(wishes);
  }

  void erase(PersonId person) {
    delete("stream = ?1", person.mine().value());
  }
}
