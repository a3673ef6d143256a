package app.haven.repair;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// An attempt to make it right can be what something else grew out of.
@ApplicationScoped
class RepairLinks implements Linkable {
  private final Repairs repairs;

  @Inject
  RepairLinks(Repairs repairs) {
    this.repairs = repairs;
  }

  @Override
  public String kind() {
    return "repair";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return repairs.of(stream, id).isPresent();
  }
}
