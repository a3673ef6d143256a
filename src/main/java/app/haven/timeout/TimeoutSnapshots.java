package app.haven.timeout;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/// The open time-outs of both, and the talks that are still ahead.
@ApplicationScoped
class TimeoutSnapshots implements Snapshots {
  private final Timeouts timeouts;
  private final EventLog log;
  private final Clock clock;

  @Inject
  TimeoutSnapshots(Timeouts timeouts, EventLog log, Clock clock) {
    this.timeouts = timeouts;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var open = snapshot.putArray("timeouts");
    var talks = snapshot.putArray("talks");
    for (var view : current(who)) {
      (view.ending() == null ? open : talks).add(Json.MAPPER.valueToTree(view));
    }
  }

  private List<TimeoutView> current(Who who) {
    return switch (who) {
      case Who.Solo _ -> List.of();
      case Who.Paired pair ->
          TimeoutView.of(timeouts.current(pair.couple().ours(), clock.instant()), log);
    };
  }
}
