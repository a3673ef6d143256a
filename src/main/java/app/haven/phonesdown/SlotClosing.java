package app.haven.phonesdown;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What is proposed, agreed or under way ends with its space: nothing is held back any more.
@ApplicationScoped
class SlotClosing implements Closing {
  private final Slots slots;
  private final Due due;

  @Inject
  SlotClosing(Slots slots, Due due) {
    this.slots = slots;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    slots
        .standing(couple.ours())
        .ifPresent(row -> {
          due.drop(SlotTimers.all(couple.ours(), row.id()));
          row.remember(new Slot.Over(row.state().card(), null), now);
        });
  }
}
