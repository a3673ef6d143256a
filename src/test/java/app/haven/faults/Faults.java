package app.haven.faults;

import app.haven.faulty.Fault;
import app.haven.local.LocalPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// `./haven faults [--seed N] [--couples N] [--minutes N] [--variant NAME]`: the long fault test of
/// the good build, then every broken build, which has to be found out by the invariant it breaks.
/// With `--variant`, only that broken build. Ends with 1 where anything is not as it should be.
public final class Faults {
  private static final int SHOWN = 5;

  private Faults() {}

  public static void main(String[] args) {
    var options = List.of(args);
    long seed =
        option(options, "--seed")
            .map(Long::parseLong)
            .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    int couples = option(options, "--couples").map(Integer::parseInt).orElse(50);
    int minutes = option(options, "--minutes").map(Integer::parseInt).orElse(5);
    var variant = option(options, "--variant").map(Fault::named);
    boolean well = true;
    try (var postgres = LocalPostgres.temporary();
        var broker = new Broker()) {
      if (variant.isEmpty()) {
        var plan = Plan.longForm(seed, couples, Duration.ofMinutes(minutes));
        well = good(plan, postgres, broker).isEmpty();
      }
      for (var fault : variant.map(List::of).orElse(Arrays.asList(Fault.values()))) {
        if (!broker.alive()) broker.restart();
        well &= broken(fault, seed, postgres, broker);
      }
    }
    System.out.println(well ? "All is as it should be." : "Not all is as it should be.");
    System.exit(well ? 0 : 1);
  }

  private static Optional<String> option(List<String> options, String name) {
    int at = options.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(options.get(at + 1));
  }

  /// Runs the good build.
  ///
  /// @return what is wrong
  static List<String> good(Plan plan, LocalPostgres postgres, Broker broker) {
    var result = run(plan, postgres, broker);
    var wrong = new ArrayList<String>();
    result.violations().forEach(violation -> wrong.add(violation.toString()));
    result.figures().zeros().stream()
        .filter(plan::owes)
        .forEach(name -> wrong.add("there were no " + name));
    long acknowledged = result.figures().acknowledged();
    if (acknowledged < plan.commands()) wrong.add("only " + acknowledged + " were acknowledged");
    return wrong;
  }

  /// Runs a broken build.
  ///
  /// @return whether it was found out by the invariant it breaks
  static boolean broken(Fault fault, long seed, LocalPostgres postgres, Broker broker) {
    var found = run(Plan.broken(fault, seed), postgres, broker).violations();
    var own = Plan.breaks(fault);
    boolean red = found.stream().anyMatch(violation -> violation.invariant() == own);
    say(fault.wire() + (red ? " is red by " : " is NOT red by ") + own);
    return red;
  }

  private static Run.Result run(Plan plan, LocalPostgres postgres, Broker broker) {
    say("== %s, seed %d".formatted(plan.name(), plan.seed()));
    var result = Run.of(plan, postgres, broker, Faults::say);
    say(result.figures().toString());
    for (var invariant : Invariant.values()) {
      var of = result.violations().stream().filter(v -> v.invariant() == invariant).toList();
      if (!of.isEmpty()) say(of.size() + " against " + invariant);
      of.stream().limit(SHOWN).forEach(violation -> say("  " + violation));
    }
    return result;
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
