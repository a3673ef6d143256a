package app.haven.faults;

import static app.haven.faults.Invariant.DEFECT;

import app.haven.faults.Checker.Report;
import java.util.Set;

/// `internal` is a defect of ours; so is a socket closed for what a rightful client never does.
final class NoDefect implements Checker.Rule {
  /// A line that broke, the server going down, a reader that was too slow.
  private static final Set<Integer> FINE = Set.of(1000, 1006, 1012, 4400, 4408);

  @Override
  public void check(Facts facts, Report report) {
    for (var asked : facts.history.commands()) {
      if (asked.answers().contains(new Answer.Unknown("internal"))) {
        report.add(DEFECT, "%s %s was answered internal", asked.kind(), asked.id());
      }
    }
    for (var device : facts.history.devices()) {
      for (var step : device.steps()) {
        if (step instanceof Step.Closed(int code) && !FINE.contains(code)) {
          report.add(DEFECT, "%s was closed with %d", device.name(), code);
        }
      }
    }
  }
}
