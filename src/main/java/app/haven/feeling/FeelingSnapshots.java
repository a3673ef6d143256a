package app.haven.feeling;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/// A person's newest moments, their own words and how they want to be asked; and what the two
/// shared in the last days.
@ApplicationScoped
class FeelingSnapshots implements Snapshots {
  /// Older ones are read over REST.
  private static final int NEWEST = 20;

  private final Moments moments;
  private final FeelingWords words;
  private final FeelingWishRows wishes;
  private final SharedMoments shared;
  private final EventLog log;
  private final Clock clock;

  @Inject
  FeelingSnapshots(
      Moments moments,
      FeelingWords words,
      FeelingWishRows wishes,
      SharedMoments shared,
      EventLog log,
      Clock clock) {
    this.moments = moments;
    this.words = words;
    this.wishes = wishes;
    this.shared = shared;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var person = who.person();
    put(snapshot.putArray("feelings"), MomentView.of(person, moments.newest(person, NEWEST), log));
    put(snapshot.putArray("feelingWords"), FeelingWordView.of(person, words.all(person), log));
    snapshot.set(
        "feelingWishes", Json.MAPPER.valueToTree(FeelingWishesView.of(wishes.state(person))));
    var list = snapshot.putArray("sharedFeelings");
    if (!(who instanceof Who.Paired pair)) return;
    put(list, SharedMomentView.of(shared.current(pair.couple().ours(), clock.instant()), log));
  }

  private static void put(ArrayNode list, List<?> views) {
    for (var view : views) list.add(Json.MAPPER.<ObjectNode>valueToTree(view));
  }
}
