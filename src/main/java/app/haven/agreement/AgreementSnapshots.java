package app.haven.agreement;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The agreements of both that wait or hold, and those that ended in the last days.
@ApplicationScoped
class AgreementSnapshots implements Snapshots {
  private final Agreements agreements;
  private final EventLog log;
  private final Clock clock;

  @Inject
  AgreementSnapshots(Agreements agreements, EventLog log, Clock clock) {
    this.agreements = agreements;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("agreements");
    if (!(who instanceof Who.Paired pair)) return;
    var rows = agreements.current(pair.couple().ours(), clock.instant());
    for (var view : AgreementView.of(rows, log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
  }
}
