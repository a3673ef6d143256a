package app.haven.repair;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The threads of the last days, the follow-ups that stand, and what this person wished.
@ApplicationScoped
class RepairSnapshots implements Snapshots {
  private final Repairs repairs;
  private final FollowUps followUps;
  private final RepairWishes wishes;
  private final EventLog log;
  private final Clock clock;

  @Inject
  RepairSnapshots(
      Repairs repairs, FollowUps followUps, RepairWishes wishes, EventLog log, Clock clock) {
    this.repairs = repairs;
    this.followUps = followUps;
    this.wishes = wishes;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    snapshot.put("repairsMuted", wishes.mutes(who.person()));
    var list = snapshot.putArray("repairs");
    var asked = snapshot.putArray("repairFollowUps");
    boolean shares = who instanceof Who.Paired pair && wishes.shares(pair.person(), pair.couple());
    snapshot.put("repairTimelineShared", shares);
    if (!(who instanceof Who.Paired pair)) return;
    var ours = pair.couple().ours();
    for (var view : RepairView.of(repairs.current(ours, clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
    for (var one : followUps.all(ours)) asked.add(Json.MAPPER.valueToTree(FollowUpView.of(one)));
  }
}
