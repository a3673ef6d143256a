package app.haven.faults;

import static app.haven.faults.Invariant.I1;
import static app.haven.faults.Invariant.I4;

import app.haven.faults.Checker.Report;
import java.util.HashSet;

/// I4: once or not at all, and a refused one never. A refusal is final only if no earlier attempt
/// can still arrive.
final class Outcomes implements Checker.Rule {
  @Override
  public void check(Facts facts, Report report) {
    for (var asked : facts.history.commands()) {
      int times = facts.logged(asked).size();
      boolean unknown = asked.answers().stream().anyMatch(Answer.Unknown.class::isInstance);
      if (times > 1) {
        report.add(unknown ? I4 : I1, "%s %s is there %d times", asked.kind(), asked.id(), times);
      }
      if (times > 0 && !unknown && allRefused(asked)) {
        report.add(I4, "%s %s was refused and is there", asked.kind(), asked.id());
      }
      if (answeredApart(asked)) {
        report.add(I4, "%s %s was answered in two ways", asked.kind(), asked.id());
      }
    }
  }

  private static boolean allRefused(History.Asked asked) {
    return !asked.answers().isEmpty()
        && asked.answers().stream().allMatch(Answer.Refused.class::isInstance);
  }

  /// Every `ok` is the first one again.
  private static boolean answeredApart(History.Asked asked) {
    var first = new HashSet<Answer>();
    int fresh = 0;
    for (var answer : asked.answers()) {
      if (answer instanceof Answer.Ok ok) {
        first.add(new Answer.Ok(ok.at(), true, ok.positions()));
        if (!ok.repeated()) fresh++;
      }
    }
    return first.size() > 1 || fresh > 1;
  }
}
