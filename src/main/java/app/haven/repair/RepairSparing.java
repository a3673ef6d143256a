package app.haven.repair;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sparing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/// Nobody is called for repairs while they muted them.
@ApplicationScoped
class RepairSparing implements Sparing {
  private final RepairWishes wishes;

  @Inject
  RepairSparing(RepairWishes wishes) {
    this.wishes = wishes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "repair.offered", "repair.followUpAsked", RepairTimers.DUE, RepairTimers.FOLLOW_UP_DUE);
  }

  @Override
  public boolean spares(PersonId reader, Event bare) {
    return wishes.mutes(reader);
  }
}
