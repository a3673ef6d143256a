package app.haven.plan;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// A surprise for a space that is closed has nobody to open for. Its words stay on its author's own
/// stream until the author erases the account.
@ApplicationScoped
class PlanClosing implements Closing, Erasable {
  private final HiddenPlans hidden;
  private final Due due;

  @Inject
  PlanClosing(HiddenPlans hidden, Due due) {
    this.hidden = hidden;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    var waiting = hidden.of(couple);
    due.drop(
        waiting.stream().map(row -> Surprise.opens(couple.ours(), row.id(), now).key()).toList());
    waiting.forEach(hidden::delete);
  }

  @Override
  public void erase(PersonId person) {
    hidden.eraseAll(person);
  }
}
