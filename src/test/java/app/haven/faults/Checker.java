package app.haven.faults;

import java.util.ArrayList;
import java.util.List;

/// Holds a history against I1 to I7. Pure: it reads nothing but the history.
final class Checker {
  /// One rule; it reports whatever breaks it.
  @FunctionalInterface
  interface Rule {
    void check(Facts facts, Report report);
  }

  @FunctionalInterface
  interface Report {
    void add(Invariant invariant, String format, Object... values);
  }

  private static final List<Rule> RULES =
      List.of(
          new Applied(),
          new Gapless(),
          new SameForBoth(),
          new Outcomes(),
          new Folded(),
          new Confidential(),
          new Kept(),
          new NoDefect());

  private Checker() {}

  static List<Violation> check(History history) {
    var facts = new Facts(history);
    var found = new ArrayList<Violation>();
    Report report =
        (invariant, format, values) ->
            found.add(new Violation(invariant, format.formatted(values)));
    RULES.forEach(rule -> rule.check(facts, report));
    return found;
  }
}
