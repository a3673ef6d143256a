package app.haven.checkin;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The words all people keep at hand, each on the owner's own stream.
@ApplicationScoped
class Favourites implements PanacheRepositoryBase<FavouriteRow, FavouriteRow.Key>, Erasable {
  static final int MOST = 20;

  Optional<FavouriteRow> of(PersonId owner, UUID favourite) {
    return findByIdOptional(new FavouriteRow.Key(owner, favourite));
  }

  /// Newest first.
  List<FavouriteRow> all(PersonId owner) {
    return list("id.stream = ?1 order by keptSeq desc", owner.mine().value());
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
