package app.haven.carecard;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// This person's own card, and what the two show each other of theirs.
@ApplicationScoped
class CarecardSnapshots implements Snapshots {
  private final CareSections sections;
  private final CareShares shares;
  private final EventLog log;

  @Inject
  CarecardSnapshots(CareSections sections, CareShares shares, EventLog log) {
    this.sections = sections;
    this.shares = shares;
    this.log = log;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var own = sections.all(who.person());
    put(snapshot, "careCard", CareSectionView.of(who.person(), own, log));
    var shown =
        who instanceof Who.Paired pair ? shares.all(pair.couple().ours()) : List.<CareShareRow>of();
    put(snapshot, "careShares", CareShareView.of(shown, log));
  }

  private static void put(ObjectNode snapshot, String name, List<?> views) {
    var list = snapshot.putArray(name);
    for (var view : views) list.add(Json.MAPPER.<JsonNode>valueToTree(view));
  }
}
