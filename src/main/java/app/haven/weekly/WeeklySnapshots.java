package app.haven.weekly;

import app.haven.kernel.Blind;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The day and the time, this week's check-in and those of the last days, and what this person
/// keeps.
@ApplicationScoped
class WeeklySnapshots implements Snapshots {
  private final Rhythms rhythms;
  private final Weeklies weeklies;
  private final WeeklyReads reads;
  private final Blind blind;
  private final Clock clock;

  @Inject
  WeeklySnapshots(Rhythms rhythms, Weeklies weeklies, WeeklyReads reads, Blind blind, Clock clock) {
    this.rhythms = rhythms;
    this.weeklies = weeklies;
    this.reads = reads;
    this.blind = blind;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("weeklyDrafts");
    for (var own : blind.own(who.person(), Weekly.KIND)) {
      kept.add(Json.MAPPER.valueToTree(WeeklyDraftView.of(own)));
    }
    var days = snapshot.putArray("weeklyRhythms");
    var list = snapshot.putArray("weeklies");
    if (!(who instanceof Who.Paired pair)) return;
    var ours = pair.couple().ours();
    for (var row : rhythms.standing(ours)) days.add(Json.MAPPER.valueToTree(RhythmView.of(row)));
    var rows = weeklies.current(ours, clock.instant());
    for (var view : reads.of(ours, rows)) list.add(Json.MAPPER.valueToTree(view));
  }
}
