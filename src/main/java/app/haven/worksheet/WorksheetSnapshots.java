package app.haven.worksheet;

import app.haven.kernel.Blind;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The worksheets of both that are open or were closed lately, and what this person keeps.
@ApplicationScoped
class WorksheetSnapshots implements Snapshots {
  private final Worksheets worksheets;
  private final Blind blind;
  private final EventLog log;
  private final Clock clock;

  @Inject
  WorksheetSnapshots(Worksheets worksheets, Blind blind, EventLog log, Clock clock) {
    this.worksheets = worksheets;
    this.blind = blind;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("worksheetDrafts");
    for (var own : blind.own(who.person(), Worksheet.KIND)) {
      kept.add(Json.MAPPER.valueToTree(WorksheetDraftView.of(own)));
    }
    var list = snapshot.putArray("worksheets");
    if (!(who instanceof Who.Paired pair)) return;
    var rows = worksheets.current(pair.couple().ours(), clock.instant());
    for (var view : WorksheetView.of(rows, log)) list.add(Json.MAPPER.valueToTree(view));
  }
}
