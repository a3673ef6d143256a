package app.haven.gratitude;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.StreamId;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// The newest entries of both lists, and the one that comes back today.
@ApplicationScoped
class GratitudeSnapshots implements Snapshots {
  /// Older ones are read over REST.
  private static final int NEWEST = 20;

  private final Gratitudes gratitudes;
  private final Today today;
  private final EventLog log;

  @Inject
  GratitudeSnapshots(Gratitudes gratitudes, Today today, EventLog log) {
    this.gratitudes = gratitudes;
    this.today = today;
    this.log = log;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var shared = snapshot.putArray("gratitudes");
    if (who instanceof Who.Paired pair) put(shared, newest(pair.couple().ours()));
    put(snapshot.putArray("privateGratitudes"), newest(who.person().mine()));
    put(snapshot.putArray("resurfaced"), today.of(who).items());
  }

  private List<GratitudeView> newest(StreamId list) {
    return GratitudeView.of(gratitudes.before(list, false, Long.MAX_VALUE, NEWEST), log);
  }

  private static void put(ArrayNode list, List<GratitudeView> views) {
    for (var view : views) list.add(Json.MAPPER.valueToTree(view));
  }
}
