package app.haven.activity;

import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// What is offered or under way, and what ended within a day.
@ApplicationScoped
class ActivitySnapshots implements Snapshots {
  private final Activities activities;
  private final Clock clock;

  @Inject
  ActivitySnapshots(Activities activities, Clock clock) {
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("activities");
    if (!(who instanceof Who.Paired pair)) return;
    for (var row : activities.current(pair.couple().ours(), clock.instant())) {
      list.add(Json.MAPPER.valueToTree(ActivityView.of(row)));
    }
  }
}
