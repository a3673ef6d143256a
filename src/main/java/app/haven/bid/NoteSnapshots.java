package app.haven.bid;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The notes of the last days of both, and this person's own that wait.
@ApplicationScoped
class NoteSnapshots implements Snapshots {
  private final Notes notes;
  private final PlannedNotes planned;
  private final EventLog log;
  private final Clock clock;

  @Inject
  NoteSnapshots(Notes notes, PlannedNotes planned, EventLog log, Clock clock) {
    this.notes = notes;
    this.planned = planned;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var waiting = snapshot.putArray("plannedNotes");
    for (var view : PlannedNoteView.of(who.person(), planned.all(who.person()), log)) {
      waiting.add(Json.MAPPER.valueToTree(view));
    }
    var sent = snapshot.putArray("notes");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : NoteView.of(notes.current(pair.couple().ours(), clock.instant()), log)) {
      sent.add(Json.MAPPER.valueToTree(view));
    }
  }
}
