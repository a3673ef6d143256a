package app.haven.faults;

import static app.haven.faults.Invariant.I6;

import app.haven.faults.Checker.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// I6: a device gets the words of its own streams alone, and nothing that is kept or passed on
/// between machines has any word in the clear.
final class Confidential implements Checker.Rule {
  /// What waits on its author's own stream and is written for the couple.
  private static final Set<String> FOR_BOTH =
      Set.of(
          "note.planned",
          "plan.hidden",
          "expectation.kept",
          "worksheet.kept",
          "weekly.kept",
          "question.kept");

  @Override
  public void check(Facts facts, Report report) {
    var couples = new HashMap<String, String>();
    for (var couple : facts.history.couples()) {
      couple.people().forEach(person -> couples.put(person, couple.id()));
    }
    for (var device : facts.history.devices()) {
      for (var step : device.steps()) frame(device, step, couples, report);
    }
    facts.history.reads().forEach((person, reads) -> reads(person, reads, couples, report));
    for (var sighting : facts.history.sightings()) {
      report.add(I6, "%s: %s", sighting.place(), sighting.what());
    }
  }

  private static void frame(
      History.Device device, Step step, Map<String, String> couples, Report report) {
    switch (step) {
      case Step.Got(var event) -> event(device, event, couples, report);
      case Step.Dropped(var event) -> event(device, event, couples, report);
      case Step.Read(var snapshot) ->
          text(device.name(), snapshot.toString(), both(device.person(), couples), report);
      case Step.Hello _, Step.Welcome _, Step.CaughtUp _, Step.Told _, Step.Closed _ -> {}
    }
  }

  private static void event(
      History.Device device, Event event, Map<String, String> couples, Report report) {
    boolean shared = event.stream().equals("ours") || FOR_BOTH.contains(event.kind());
    var own = shared ? couples.get(device.person()) : device.person();
    text(
        device.name() + " in " + event.stream(),
        event.text(),
        List.of(own == null ? "" : own),
        report);
  }

  private static void reads(
      String person, History.Reads reads, Map<String, String> couples, Report report) {
    text(person, reads.snapshot().toString(), both(person, couples), report);
    text(person, reads.timeouts().toString(), List.of(couples.getOrDefault(person, "")), report);
    text(person, reads.drafts().toString(), List.of(person), report);
  }

  private static List<String> both(String person, Map<String, String> couples) {
    return List.of(person, couples.getOrDefault(person, ""));
  }

  private static void text(String who, String text, List<String> own, Report report) {
    for (var stream : Canary.streamsIn(text)) {
      if (!own.contains(stream)) report.add(I6, "%s got words of %s", who, stream);
    }
  }
}
