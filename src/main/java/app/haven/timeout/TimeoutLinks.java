package app.haven.timeout;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// A time-out can be what something else is about.
@ApplicationScoped
class TimeoutLinks implements Linkable {
  private final Timeouts timeouts;

  @Inject
  TimeoutLinks(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  @Override
  public String kind() {
    return "timeout";
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return timeouts.findByIdOptional(new TimeoutRow.Key(stream, id)).isPresent();
  }
}
