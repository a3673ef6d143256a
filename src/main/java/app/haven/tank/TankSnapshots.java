package app.haven.tank;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// This person's own tank, and never the other's.
@ApplicationScoped
class TankSnapshots implements Snapshots {
  private final Resentments resentments;
  private final EventLog log;

  @Inject
  TankSnapshots(Resentments resentments, EventLog log) {
    this.resentments = resentments;
    this.log = log;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var tank = snapshot.putArray("tank");
    for (var view : ResentmentView.of(who.person(), resentments.all(who.person()), log)) {
      tank.add(Json.MAPPER.valueToTree(view));
    }
  }
}
