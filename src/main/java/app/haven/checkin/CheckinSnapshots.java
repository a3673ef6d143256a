package app.haven.checkin;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// How both were in the last days, and the answers this person keeps at hand.
@ApplicationScoped
class CheckinSnapshots implements Snapshots {
  private final Checkins checkins;
  private final Favourites favourites;
  private final EventLog log;
  private final Clock clock;

  @Inject
  CheckinSnapshots(Checkins checkins, Favourites favourites, EventLog log, Clock clock) {
    this.checkins = checkins;
    this.favourites = favourites;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("favourites");
    for (var view : FavouriteView.of(who.person(), favourites.all(who.person()), log)) {
      kept.add(Json.MAPPER.valueToTree(view));
    }
    var list = snapshot.putArray("checkins");
    if (!(who instanceof Who.Paired pair)) return;
    for (var view : CheckinView.of(checkins.current(pair.couple().ours(), clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
  }
}
