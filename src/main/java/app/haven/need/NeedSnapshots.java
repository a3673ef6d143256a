package app.haven.need;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/// What both shared and what was taken back in the last days; what this person keeps, and what they
/// know of the reminders they agreed to.
@ApplicationScoped
class NeedSnapshots implements Snapshots {
  private final Needs needs;
  private final Boundaries boundaries;
  private final OwnCards own;
  private final Reminders reminders;
  private final EventLog log;
  private final Clock clock;

  @Inject
  NeedSnapshots(
      Needs needs,
      Boundaries boundaries,
      OwnCards own,
      Reminders reminders,
      EventLog log,
      Clock clock) {
    this.needs = needs;
    this.boundaries = boundaries;
    this.own = own;
    this.reminders = reminders;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    alone(snapshot, who.person());
    put(snapshot, "needs", List.of());
    put(snapshot, "boundaries", List.of());
    if (!(who instanceof Who.Paired pair)) return;
    var ours = pair.couple().ours();
    var now = clock.instant();
    put(snapshot, "needs", NeedView.of(needs.current(ours, now), log));
    put(snapshot, "boundaries", BoundaryView.of(boundaries.current(ours, now), log));
  }

  private void alone(ObjectNode snapshot, PersonId person) {
    put(snapshot, "ownNeeds", KeptNeedView.of(own.all(person, Card.NEED), log));
    put(snapshot, "ownBoundaries", KeptBoundaryView.of(own.all(person, Card.BOUNDARY), log));
    put(snapshot, "needReminders", reminders.all(person).stream().map(ReminderRow::view).toList());
  }

  private static void put(ObjectNode snapshot, String name, List<?> views) {
    var list = snapshot.putArray(name);
    for (var view : views) list.add(Json.MAPPER.<ObjectNode>valueToTree(view));
  }
}
