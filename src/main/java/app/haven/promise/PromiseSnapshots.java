package app.haven.promise;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The promises of both that are open, or were settled in the last days.
@ApplicationScoped
class PromiseSnapshots implements Snapshots {
  private final Promises promises;
  private final EventLog log;
  private final Clock clock;

  @Inject
  PromiseSnapshots(Promises promises, EventLog log, Clock clock) {
    this.promises = promises;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("promises");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : PromiseView.of(promises.current(pair.couple().ours(), clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
  }
}
