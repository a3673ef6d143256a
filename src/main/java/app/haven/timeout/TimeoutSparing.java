package app.haven.timeout;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sparing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// That the time has passed is for the one who waits; the other was reminded when it came.
@ApplicationScoped
class TimeoutSparing implements Sparing {
  private final Timeouts timeouts;

  @Inject
  TimeoutSparing(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TimeoutTimers.OVERDUE);
  }

  @Override
  public boolean spares(PersonId reader, Event bare) {
    var id = UUID.fromString(bare.data().path("timeout").asText());
    timeouts.load(List.of(new TimeoutRow.Key(bare.stream().value(), id)), List.of());
    return timeouts
        .known(bare.stream(), id)
        .filter(row -> row.state().caller().equals(reader))
        .isPresent();
  }
}
