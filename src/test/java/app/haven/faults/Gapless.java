package app.haven.faults;

import static app.haven.faults.Invariant.I2;

import app.haven.faults.Checker.Report;

/// I2: in the log, and frame by frame at every device.
final class Gapless implements Checker.Rule {
  @Override
  public void check(Facts facts, Report report) {
    facts.history.log().forEach((stream, stored) -> numbered(stream, stored, report));
    for (var replay : facts.replays) {
      for (var fault : replay.faults()) report.add(I2, "%s: %s", replay.device().name(), fault);
    }
  }

  private static void numbered(String stream, History.Stored stored, Report report) {
    long last = 0;
    for (var event : stored.events()) {
      if (event.seq() != last + 1) {
        report.add(I2, "the log of %s has %d after %d", stream, event.seq(), last);
      }
      last = event.seq();
    }
    if (last != stored.head()) {
      report.add(I2, "the log of %s ends at %d, its head is %d", stream, last, stored.head());
    }
  }
}
