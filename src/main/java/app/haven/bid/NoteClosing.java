package app.haven.bid;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What waits for a space that is closed has nowhere to go. Its words stay on its author's own
/// stream until the author erases the account.
@ApplicationScoped
class NoteClosing implements Closing, Erasable {
  private final PlannedNotes planned;
  private final Due due;

  @Inject
  NoteClosing(PlannedNotes planned, Due due) {
    this.planned = planned;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    var waiting = planned.of(couple);
    due.drop(
        waiting.stream().map(row -> Note.goesOut(couple.ours(), row.id(), now).key()).toList());
    waiting.forEach(planned::delete);
  }

  @Override
  public void erase(PersonId person) {
    planned.eraseAll(person);
  }
}
