package app.haven.agreement;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What was agreed ends with its space, and nobody is reminded of it.
@ApplicationScoped
class AgreementClosing implements Closing {
  private final Agreements agreements;
  private final AgreementReminders reminders;
  private final Due due;

  @Inject
  AgreementClosing(Agreements agreements, AgreementReminders reminders, Due due) {
    this.agreements = agreements;
    this.reminders = reminders;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    for (var row : agreements.open(couple.ours())) {
      due.drop(AgreementTimers.all(row.id(), people));
      row.leave(now);
    }
    people.forEach(reminders::erase);
  }
}
