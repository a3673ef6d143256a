package app.haven.need;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// A shared need can be what something else grows out of.
@ApplicationScoped
class NeedLinks implements Linkable {
  private final Needs needs;

  @Inject
  NeedLinks(Needs needs) {
    this.needs = needs;
  }

  @Override
  public String kind() {
    return Card.NEED.wire();
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return needs.of(stream, id).filter(NeedRow::shared).isPresent();
  }
}
