package app.haven.repair;

import app.haven.kernel.CoupleId;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What people want to hear and to share of repairs, each on their own stream.
@ApplicationScoped
class RepairWishes implements PanacheRepositoryBase<RepairWishRow, UUID> {

  boolean mutes(PersonId person) {
    return findByIdOptional(person.mine().value()).map(RepairWishRow::muted).orElse(false);
  }

  boolean shares(PersonId person, CoupleId couple) {
    return findByIdOptional(person.mine().value()).map(row -> row.sharesWith(couple)).orElse(false);
  }

  void mute(PersonId person, boolean muted) {
    row(person).mute(muted);
  }

  void share(PersonId person, CoupleId couple, boolean shared) {
    row(person).shareWith(shared ? couple : null);
  }

  private RepairWishRow row(PersonId person) {
    return findByIdOptional(person.mine().value())
        .orElseGet(() -> {
          var row = new RepairWishRow(person);
          persist(row);
          return row;
        });
  }

  void erase(PersonId person) {
    delete("stream = ?1", person.mine().value());
  }
}
