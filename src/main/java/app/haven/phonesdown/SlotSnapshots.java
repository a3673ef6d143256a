package app.haven.phonesdown;

import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// What is proposed, agreed or under way, and what ended within a day.
@ApplicationScoped
class SlotSnapshots implements Snapshots {
  private final Slots slots;
  private final Clock clock;

  @Inject
  SlotSnapshots(Slots slots, Clock clock) {
    this.slots = slots;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var list = snapshot.putArray("phonesDown");
    if (!(who instanceof Who.Paired pair)) return;
    for (var row : slots.current(pair.couple().ours(), clock.instant())) {
      list.add(Json.MAPPER.valueToTree(SlotView.of(row)));
    }
  }
}
