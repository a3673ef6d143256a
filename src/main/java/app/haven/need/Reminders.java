package app.haven.need;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What people know of the reminders they agreed to, each on their own stream.
@ApplicationScoped
class Reminders implements PanacheRepositoryBase<ReminderRow, ReminderRow.Key>, Erasable {

  /// A new one where nothing is known yet; it is kept once something happens to it.
  ReminderRow of(PersonId reminded, UUID need) {
    return findByIdOptional(new ReminderRow.Key(reminded, need))
        .orElseGet(() -> new ReminderRow(reminded, need));
  }

  void keep(ReminderRow row) {
    persist(row);
  }

  List<ReminderRow> all(PersonId reminded) {
    return list("id.stream = ?1 order by id.id", reminded.mine().value());
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
