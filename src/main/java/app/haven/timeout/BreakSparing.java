package app.haven.timeout;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sparing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/// Whoever is on a break is not called back by anything else that is shared: it waits in the app.
/// The other cannot tell.
@ApplicationScoped
class BreakSparing implements Sparing {
  private final Timeouts timeouts;

  @Inject
  BreakSparing(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public boolean spares(PersonId reader, Event bare) {
    if (bare.kind().startsWith("timeout.") || bare.stream().equals(reader.mine())) return false;
    timeouts.load(List.of(), List.of(bare.stream()));
    return timeouts.known(bare.stream()).stream()
        .map(TimeoutRow::state)
        .anyMatch(state -> state instanceof Timeout.Open && state.caller().equals(reader));
  }
}
