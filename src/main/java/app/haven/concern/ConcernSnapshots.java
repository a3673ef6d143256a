package app.haven.concern;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The concerns of both that are open, wait, or ended in the last days, and this person's drafts.
@ApplicationScoped
class ConcernSnapshots implements Snapshots {
  private final Concerns concerns;
  private final ConcernDrafts drafts;
  private final EventLog log;
  private final Clock clock;

  @Inject
  ConcernSnapshots(Concerns concerns, ConcernDrafts drafts, EventLog log, Clock clock) {
    this.concerns = concerns;
    this.drafts = drafts;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("concernDrafts");
    for (var view : ConcernDraftView.of(who.person(), drafts.all(who.person()), log)) {
      kept.add(Json.MAPPER.valueToTree(view));
    }
    var list = snapshot.putArray("concerns");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : ConcernView.of(concerns.current(pair.couple().ours(), clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
  }
}
