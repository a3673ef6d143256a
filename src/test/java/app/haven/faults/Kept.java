package app.haven.faults;

import static app.haven.faults.Invariant.I7;

import app.haven.faults.Checker.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// I7: each promise comes true once, never early, and within two seconds of its time or, if nobody
/// could keep it then, of readiness.
final class Kept implements Checker.Rule {
  static final Duration SOON = Duration.ofSeconds(2);

  @Override
  public void check(Facts facts, Report report) {
    for (var couple : facts.history.couples()) {
      var promises = Promise.made(couple, facts);
      var fired = new HashMap<Promise, List<History.Logged>>();
      for (var stream : Facts.streams(couple)) {
        for (var event : facts.stored(stream).events()) {
          if (Promise.KINDS.contains(event.kind()) && !facts.wasAsked(event)) {
            promised(promises, stream, event)
                .ifPresentOrElse(
                    promise -> fired.computeIfAbsent(promise, _ -> new ArrayList<>()).add(event),
                    () -> report.add(I7, "%s in %s was never promised", event.kind(), stream));
          }
        }
      }
      var seen = firstSeen(facts, couple);
      for (var promise : promises) {
        held(promise, fired.getOrDefault(promise, List.of()), facts.history, seen, report);
      }
    }
  }

  /// A lapse does not say which time it was about: it is the last one that was promised. Of the
  /// rounds of a follow-up it is the last one that has come.
  private static Optional<Promise> promised(
      List<Promise> promises, String stream, History.Logged event) {
    return promises.stream()
        .filter(promise -> promise.fits(stream, event))
        .filter(promise -> !promise.kind.equals(Promise.LAPSED) || promise.since < event.seq())
        .max(
            Comparator.<Promise>comparingLong(promise -> promise.since)
                .thenComparing(promise -> promise.due));
  }

  private record Place(String stream, long seq) {}

  private static Map<Place, Instant> firstSeen(Facts facts, History.Couple couple) {
    var seen = new HashMap<Place, Instant>();
    for (var stream : Facts.streams(couple)) {
      for (var device : facts.of(stream)) {
        for (var event : device.applied(Facts.name(couple, stream)).values()) {
          if (Promise.KINDS.contains(event.kind())) {
            seen.put(new Place(stream, event.seq()), event.firstSeen());
          }
        }
      }
    }
    return seen;
  }

  private static void held(
      Promise promise,
      List<History.Logged> fired,
      History history,
      Map<Place, Instant> seen,
      Report report) {
    var latest = latest(promise.due, history.outages());
    var ended = promise.ended;
    boolean must = latest.isBefore(history.end()) && (ended == null || ended.isAfter(latest));
    boolean may = ended == null || ended.isAfter(promise.due.minus(SOON));
    if (must && fired.isEmpty()) report.add(I7, "%s never came", promise);
    if (!may && !fired.isEmpty()) report.add(I7, "%s came although it was over", promise);
    if (fired.size() > 1) report.add(I7, "%s came %d times", promise, fired.size());
    for (var event : fired) {
      var seenAt = seen.getOrDefault(new Place(promise.stream, event.seq()), event.at());
      if (event.at().isBefore(promise.due) || seenAt.isBefore(promise.due)) {
        report.add(I7, "%s came early, at %s", promise, event.at());
      }
      if (event.at().isAfter(latest)) {
        report.add(I7, "%s came late, at %s instead of %s", promise, event.at(), latest);
      }
    }
  }

  private static Instant latest(Instant due, List<History.Outage> outages) {
    var able = due;
    for (var outage : outages) {
      if (outage.holds(able)) able = outage.to();
    }
    return able.plus(SOON);
  }
}
