package app.haven.hold;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// This person's own holds, and those that either one shows to the other.
@ApplicationScoped
class HoldSnapshots implements Snapshots {
  private final Holds holds;
  private final SharedHolds shared;
  private final EventLog log;
  private final Clock clock;

  @Inject
  HoldSnapshots(Holds holds, SharedHolds shared, EventLog log, Clock clock) {
    this.holds = holds;
    this.shared = shared;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var own = snapshot.putArray("holds");
    for (var view : HoldView.own(who.person(), holds.all(who.person()), log)) {
      own.add(Json.MAPPER.valueToTree(view));
    }
    var shown = snapshot.putArray("sharedHolds");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : HoldView.shown(shared.standing(pair.couple().ours(), clock.instant()), log)) {
      shown.add(Json.MAPPER.valueToTree(view));
    }
  }
}
