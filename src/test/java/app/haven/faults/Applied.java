package app.haven.faults;

import static app.haven.faults.Invariant.I1;

import app.haven.faults.Checker.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/// I1: what was acknowledged is stored, and what is stored reaches every entitled device, once.
final class Applied implements Checker.Rule {
  /// Saying these once more is acknowledged without a second event.
  private static final Map<String, String> SAID_BEFORE =
      Map.ofEntries(
          Map.entry("timeout.acknowledge", "timeout.acknowledged"),
          Map.entry("timeout.return", "timeout.returned"),
          Map.entry("bid.answer", "bid.answered"),
          Map.entry("bid.withdraw", "bid.withdrawn"),
          Map.entry("checkin.answer", "checkin.answered"),
          Map.entry("checkin.withdraw", "checkin.withdrawn"),
          Map.entry("plan.answer", "plan.answered"),
          Map.entry("plan.lead", "plan.leadChanged"),
          Map.entry("plan.letGo", "plan.letGo"),
          Map.entry("idea.takeBack", "idea.takenBack"),
          Map.entry("carecard.clear", "carecard.cleared"),
          Map.entry("gratitude.thank", "gratitude.thanked"),
          Map.entry("gratitude.pin", "gratitude.pinned"),
          Map.entry("gratitude.unpin", "gratitude.unpinned"),
          Map.entry("need.answer", "need.answered"),
          Map.entry("need.remindAgree", "need.remindAgreed"),
          Map.entry("need.remindStop", "need.remindStopped"),
          Map.entry("boundary.acknowledge", "boundary.acknowledged"),
          Map.entry("concern.open", "concern.opened"),
          Map.entry("concern.needTime", "concern.timeNeeded"),
          Map.entry("concern.close", "concern.closed"),
          Map.entry("concern.withdraw", "concern.withdrawn"),
          Map.entry("expectation.ready", "expectation.readyChanged"),
          Map.entry("expectation.notReady", "expectation.readyChanged"),
          Map.entry("expectation.mark", "expectation.marked"),
          Map.entry("worksheet.ready", "worksheet.readyChanged"),
          Map.entry("worksheet.notReady", "worksheet.readyChanged"),
          Map.entry("worksheet.close", "worksheet.closed"),
          Map.entry("question.skip", "question.skipped"),
          Map.entry("question.ready", "question.readyChanged"),
          Map.entry("question.notReady", "question.readyChanged"),
          Map.entry("activity.answer", "activity.answered"),
          Map.entry("activity.pass", "activity.passed"),
          Map.entry("activity.end", "activity.ended"),
          Map.entry("rhythm.agree", "rhythm.agreed"),
          Map.entry("weekly.ready", "weekly.readyChanged"),
          Map.entry("weekly.notReady", "weekly.readyChanged"),
          Map.entry("weekly.skip", "weekly.skipped"),
          Map.entry("weekly.speak", "weekly.spoke"),
          Map.entry("weekly.close", "weekly.closed"),
          Map.entry("agreement.consent", "agreement.agreed"),
          Map.entry("agreement.withdraw", "agreement.withdrawn"),
          Map.entry("agreement.remindStop", "agreement.remindStopped"),
          Map.entry("promise.keep", "promise.kept"),
          Map.entry("promise.letGo", "promise.letGo"),
          Map.entry("promise.thank", "promise.thanked"),
          Map.entry("tank.raise", "tank.raised"),
          Map.entry("repair.answer", "repair.answered"),
          Map.entry("repair.withdraw", "repair.withdrawn"),
          Map.entry("repair.endFollowUp", "repair.followUpEnded"));

  @Override
  public void check(Facts facts, Report report) {
    for (var asked : facts.history.commands()) {
      for (var answer : asked.answers()) {
        if (answer instanceof Answer.Ok ok) stored(asked, ok, facts, report);
      }
    }
    for (var couple : facts.history.couples()) {
      for (var stream : Facts.streams(couple)) {
        for (var device : facts.of(stream)) {
          reached(device, Facts.name(couple, stream), facts.stored(stream), report);
        }
      }
    }
  }

  private static void stored(History.Asked asked, Answer.Ok ok, Facts facts, Report report) {
    var logged = facts.logged(asked);
    var position = ok.positions().get(asked.couple() == null ? "mine" : "ours");
    if (position == null) {
      report.add(I1, "%s %s was acknowledged without a place", asked.kind(), asked.id());
    } else if (logged.isEmpty()) {
      if (!saidBefore(asked, position.seq(), facts)) {
        report.add(
            I1,
            "%s %s was acknowledged at %d and is lost",
            asked.kind(),
            asked.id(),
            position.seq());
      }
    } else if (logged.getFirst().seq() != position.seq()) {
      report.add(
          I1,
          "%s %s was acknowledged at %d and stands at %d",
          asked.kind(),
          asked.id(),
          position.seq(),
          logged.getFirst().seq());
    }
  }

  private static boolean saidBefore(History.Asked asked, long until, Facts facts) {
    var kind = SAID_BEFORE.get(asked.kind());
    return kind != null
        && facts.stored(asked.stream()).events().stream()
            .anyMatch(event ->
                event.seq() <= until
                    && event.kind().equals(kind)
                    && thing(event.data()).equals(thing(asked.data())));
  }

  private static JsonNode thing(JsonNode data) {
    return Stream.of(
            "timeout",
            "bid",
            "repair",
            "gratitude",
            "concern",
            "expectation",
            "worksheet",
            "question",
            "activity",
            "rhythm",
            "weekly",
            "note",
            "thread",
            "checkin",
            "need",
            "boundary",
            "plan",
            "idea",
            "agreement",
            "promise",
            "resentment",
            "hold",
            "section")
        .filter(data::has)
        .map(data::path)
        .findFirst()
        .orElseThrow();
  }

  private static void reached(Replay device, String stream, History.Stored stored, Report report) {
    var name = device.device().name();
    if (device.last(stream) != stored.head()) {
      report.add(I1, "%s has %s to %d of %d", name, stream, device.last(stream), stored.head());
      return;
    }
    var applied = device.applied(stream);
    for (var event : stored.events()) {
      var got = applied.get(event.seq());
      if (got == null && !device.jumped(stream, event.seq())) {
        report.add(I1, "%s never got %s %d", name, stream, event.seq());
      } else if (got != null && !got.command().equals(event.command())) {
        report.add(I1, "%s got another %s %d than is stored", name, stream, event.seq());
      }
    }
  }
}
