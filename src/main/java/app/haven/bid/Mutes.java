package app.haven.bid;

import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What people muted, each on their own stream.
@ApplicationScoped
class Mutes implements PanacheRepositoryBase<MuteRow, MuteRow.Key> {

  List<BidKind> of(PersonId person) {
    return list("id.stream = ?1 order by id.kind", person.mine().value()).stream()
        .map(MuteRow::kind)
        .toList();
  }

  /// What is so already stays so.
  void set(PersonId person, BidKind kind, boolean muted) {
    var key = new MuteRow.Key(person, kind);
    if (!muted) deleteById(key);
    else if (findByIdOptional(key).isEmpty()) persist(new MuteRow(person, kind));
  }

  void eraseAll(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
