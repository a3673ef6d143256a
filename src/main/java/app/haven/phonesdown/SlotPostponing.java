package app.haven.phonesdown;

import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Postponing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/// While the phones are away nothing calls either of the two. It asks what was agreed, not what
/// anybody does with a phone.
@ApplicationScoped
class SlotPostponing implements Postponing {
  private final Slots slots;
  private final Partners partners;

  @Inject
  SlotPostponing(Slots slots, Partners partners) {
    this.slots = slots;
    this.partners = partners;
  }

  @Override
  public Optional<Instant> until(PersonId reader, Instant now) {
    return partners
        .of(reader)
        .flatMap(pair -> slots.standing(pair.couple().ours()))
        .map(SlotRow::state)
        .flatMap(slot ->
            slot instanceof Slot.Running running && running.until().isAfter(now)
                ? Optional.of(running.until())
                : Optional.empty());
  }
}
