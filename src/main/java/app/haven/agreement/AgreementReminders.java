package app.haven.agreement;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people set to be reminded of their agreements, each on their own stream.
@ApplicationScoped
class AgreementReminders
    implements PanacheRepositoryBase<AgreementReminderRow, AgreementReminderRow.Key>, Erasable {

  Optional<AgreementReminderRow> of(PersonId reminded, UUID agreement) {
    return findByIdOptional(new AgreementReminderRow.Key(reminded, agreement));
  }

  void add(AgreementReminderRow row) {
    persist(row);
  }

  void remove(AgreementReminderRow row) {
    delete(row);
  }

  /// In the order of their ids.
  List<AgreementReminderRow> about(PersonId reminded, Collection<UUID> agreements) {
    if (agreements.isEmpty()) return List.of();
    return list(
        "id.stream = ?1 and id.id in ?2 order by id.id", reminded.mine().value(), agreements);
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
