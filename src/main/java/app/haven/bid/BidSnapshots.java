package app.haven.bid;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The bids of the last days of both, and what this person muted.
@ApplicationScoped
class BidSnapshots implements Snapshots {
  private final Bids bids;
  private final Mutes mutes;
  private final EventLog log;
  private final Clock clock;

  @Inject
  BidSnapshots(Bids bids, Mutes mutes, EventLog log, Clock clock) {
    this.bids = bids;
    this.mutes = mutes;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var muted = snapshot.putArray("muted");
    mutes.of(who.person()).forEach(kind -> muted.add(kind.wire()));
    var list = snapshot.putArray("bids");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : BidView.of(bids.current(pair.couple().ours(), clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
  }
}
