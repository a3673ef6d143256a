package app.haven.faults;

import static app.haven.faults.Invariant.I3;

import app.haven.faults.Checker.Report;
import java.util.HashMap;

/// I3: byte for byte, within an epoch; and no time goes back.
final class SameForBoth implements Checker.Rule {
  private record Place(String stream, String epoch, long seq) {}

  @Override
  public void check(Facts facts, Report report) {
    for (var couple : facts.history.couples()) {
      for (var stream : Facts.streams(couple)) {
        compare(Facts.name(couple, stream), stream, facts, report);
        inTime(stream, facts.stored(stream), report);
      }
    }
  }

  private static void compare(String name, String stream, Facts facts, Report report) {
    var first = new HashMap<Place, Event>();
    for (var device : facts.of(stream)) {
      for (var event : device.applied(name).values()) {
        var other = first.putIfAbsent(new Place(stream, event.epoch(), event.seq()), event);
        if (other != null && !other.text().equals(event.text())) {
          report.add(
              I3, "%s has another %s %d than others", device.device().name(), name, event.seq());
        }
      }
    }
  }

  private static void inTime(String stream, History.Stored stored, Report report) {
    for (int i = 1; i < stored.events().size(); i++) {
      var event = stored.events().get(i);
      if (event.at().isBefore(stored.events().get(i - 1).at())) {
        report.add(I3, "in %s time goes back at %d", stream, event.seq());
      }
    }
  }
}
