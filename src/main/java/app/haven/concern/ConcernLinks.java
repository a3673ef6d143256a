package app.haven.concern;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// A concern can be what something else is about.
@ApplicationScoped
class ConcernLinks implements Linkable {
  private final Concerns concerns;

  @Inject
  ConcernLinks(Concerns concerns) {
    this.concerns = concerns;
  }

  @Override
  public String kind() {
    return "concern";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return concerns.findByIdOptional(new ConcernRow.Key(stream, id)).isPresent();
  }
}
