package app.haven.timeout;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// The drafts this person keeps.
@ApplicationScoped
class DraftSnapshots implements Snapshots {
  private final Drafts drafts;
  private final EventLog log;

  @Inject
  DraftSnapshots(Drafts drafts, EventLog log) {
    this.drafts = drafts;
    this.log = log;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("drafts");
    for (var view : DraftView.of(who.person(), drafts.all(who.person()), log)) {
      kept.add(Json.MAPPER.valueToTree(view));
    }
  }
}
