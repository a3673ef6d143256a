package app.haven.signal;

import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/// The signals of the last hours, of both.
@ApplicationScoped
class SignalSnapshots implements Snapshots {
  private final Signals signals;
  private final Clock clock;

  @Inject
  SignalSnapshots(Signals signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  private record View(Instant at, PersonId by, Signal signal) {}

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("signals");
    if (!(who instanceof Who.Paired pair)) return;
    var since = clock.instant().minus(Signal.CURRENT);
    for (var row : signals.since(pair.couple().ours(), since)) {
      list.add(Json.MAPPER.valueToTree(new View(row.at(), row.by(), row.signal())));
    }
  }
}
