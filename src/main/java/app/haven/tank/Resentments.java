package app.haven.tank;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The small resentments of all people, each on the owner's own stream. They go with their owner.
@ApplicationScoped
class Resentments implements PanacheRepositoryBase<ResentmentRow, ResentmentRow.Key>, Erasable {
  /// A tank that never ends would be a list of grievances.
  static final int MOST = 30;

  Optional<ResentmentRow> of(PersonId owner, UUID resentment) {
    return findByIdOptional(new ResentmentRow.Key(owner, resentment));
  }

  void add(ResentmentRow row) {
    persist(row);
  }

  void remove(ResentmentRow row) {
    delete(row);
  }

  /// The one kept last first.
  List<ResentmentRow> all(PersonId owner) {
    return list("id.stream = ?1 order by keptSeq desc", owner.mine().value());
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
