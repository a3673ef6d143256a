package app.haven.faults;

import static app.haven.faults.Invariant.I5;

import app.haven.faults.Checker.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// I5: three ways to the same state. Devices that have not come to the end are I1's matter.
final class Folded implements Checker.Rule {
  @Override
  public void check(Facts facts, Report report) {
    for (var replay : facts.replays) {
      var reads = facts.history.reads().get(replay.device().person());
      if (reads != null && atTheEnd(replay, reads.snapshot())) {
        fold(replay.device().name(), replay.fold(), reads, report);
      }
    }
    facts.history.reads().forEach((person, reads) -> rest(person, reads, report));
  }

  private static boolean atTheEnd(Replay replay, JsonNode snapshot) {
    return snapshot.path("streams").properties().stream()
        .allMatch(s -> s.getValue().path("seq").asLong() == replay.last(s.getKey()));
  }

  private static void fold(String device, Fold fold, History.Reads reads, Report report) {
    var snapshot = reads.snapshot();
    var now = now(snapshot);
    same(device + " folds timeouts", fold.timeouts().open(), list(snapshot, "timeouts"), report);
    same(device + " folds talks", fold.timeouts().talks(now), list(snapshot, "talks"), report);
    same(device + " folds drafts", fold.drafts(), list(snapshot, "drafts"), report);
    same(device + " folds signals", fold.signals(now), list(snapshot, "signals"), report);
    same(device + " folds bids", fold.shownBids(now), list(snapshot, "bids"), report);
    var repairs = fold.repairs();
    same(device + " folds repairs", repairs.shown(now), list(snapshot, "repairs"), report);
    same(
        device + " folds follow-ups",
        repairs.followUps(),
        list(snapshot, "repairFollowUps"),
        report);
    same(device + " folds wishes", repairs.wishes(), FoldedRepairs.wishes(snapshot), report);
    same(device + " folds muted", fold.muted(), list(snapshot, "muted"), report);
    var checkins = fold.checkins();
    same(device + " folds checkins", checkins.shown(now), list(snapshot, "checkins"), report);
    same(device + " folds favourites", checkins.favourites(), list(snapshot, "favourites"), report);
    var feelings = fold.feelings();
    same(device + " folds moments", feelings.moments(), list(snapshot, "feelings"), report);
    same(device + " folds own words", feelings.words(), list(snapshot, "feelingWords"), report);
    var told = list(snapshot, "sharedFeelings");
    same(device + " folds shared moments", feelings.shown(now), told, report);
    same(
        device + " folds how to be asked",
        feelings.wishes(),
        List.of(FoldedFeelings.wishes(snapshot)),
        report);
    same(device + " folds notes", fold.notes(now), list(snapshot, "notes"), report);
    same(device + " folds planned", fold.plannedNotes(), list(snapshot, "plannedNotes"), report);
    var plans = fold.plans();
    same(device + " folds plans", plans.shown(now), list(snapshot, "plans"), report);
    same(device + " folds ideas", plans.ideas(), list(snapshot, "ideas"), report);
    same(device + " folds surprises", plans.hidden(), list(snapshot, "hiddenPlans"), report);
    same(device + " folds its card", fold.careCard(), list(snapshot, "careCard"), report);
    same(device + " folds gratitudes", fold.gratitudes(), list(snapshot, "gratitudes"), report);
    same(
        device + " folds private gratitudes",
        fold.privateGratitudes(),
        list(snapshot, "privateGratitudes"),
        report);
    var concerns = fold.concerns();
    same(device + " folds concerns", concerns.shown(now), list(snapshot, "concerns"), report);
    var kept = list(snapshot, "concernDrafts");
    same(device + " folds drafts of concerns", concerns.drafts(), kept, report);
    blind(device + " folds expectation", fold.expectations(), snapshot, report);
    blind(device + " folds worksheet", fold.worksheets(), snapshot, report);
    var questions = fold.questions();
    same(device + " folds questions", questions.shown(now), list(snapshot, "questions"), report);
    same(device + " folds own questions", questions.owns(), list(snapshot, "ownQuestions"), report);
    var answers = list(snapshot, "questionDrafts");
    same(device + " folds own answers", questions.drafts(), answers, report);
    if (snapshot.has("questionTurn")) {
      var turn = List.of(snapshot.path("questionTurn"));
      same(device + " folds whose turn it is", questions.turn(), turn, report);
    }
    var activities = fold.activities().shown(now);
    same(device + " folds activities", activities, list(snapshot, "activities"), report);
    for (var name : FoldedNeeds.names()) {
      same(device + " folds " + name, fold.needs().list(name), list(snapshot, name), report);
    }
    weekly(device, fold.weeklies(), snapshot, report);
    promised(device, fold, snapshot, report);
    for (var view : reads.timeouts()) {
      var folded = fold.timeouts().of(view.path("timeout").asText());
      if (folded.isPresent() && !folded.get().equals(view)) {
        report.add(I5, "%s folds a time-out to %s, REST reads %s", device, folded.get(), view);
      }
    }
    for (var view : fold.timeouts().all()) {
      var id = view.path("timeout");
      if (reads.timeouts().stream().noneMatch(read -> read.path("timeout").equals(id))) {
        report.add(I5, "%s folds %s, which REST does not read", device, id);
      }
    }
  }

  private static void weekly(String device, FoldedWeekly fold, JsonNode snapshot, Report report) {
    var days = list(snapshot, "weeklyRhythms");
    same(device + " folds days of check-ins", fold.rhythms(), days, report);
    var weeklies = list(snapshot, "weeklies");
    same(device + " folds weekly check-ins", fold.shown(now(snapshot)), weeklies, report);
    same(device + " folds own answers", fold.kept(), list(snapshot, "weeklyDrafts"), report);
  }

  private static void promised(String device, Fold fold, JsonNode snapshot, Report report) {
    var now = now(snapshot);
    var agreements = fold.agreements().shown(now);
    same(device + " folds agreements", agreements, list(snapshot, "agreements"), report);
    var reminders = fold.agreements().reminders();
    same(device + " folds reminders", reminders, list(snapshot, "agreementReminders"), report);
    var promises = fold.promises().shown(now);
    same(device + " folds promises", promises, list(snapshot, "promises"), report);
    same(device + " folds its tank", fold.holds().tank(), list(snapshot, "tank"), report);
    same(device + " folds its holds", fold.holds().own(), list(snapshot, "holds"), report);
    var shown = fold.holds().shown(now);
    same(device + " folds what is held", shown, list(snapshot, "sharedHolds"), report);
    same(device + " folds cards", fold.careShares(), list(snapshot, "careShares"), report);
  }

  private static void blind(String who, FoldedBlind fold, JsonNode snapshot, Report report) {
    var kind = who.substring(who.lastIndexOf(' ') + 1);
    same(who + "s", fold.shown(now(snapshot)), list(snapshot, kind + "s"), report);
    same(who + "s of one's own", fold.kept(), list(snapshot, kind + "Drafts"), report);
  }

  private static void rest(String person, History.Reads reads, Report report) {
    var snapshot = reads.snapshot();
    var now = now(snapshot);
    var open = reads.timeouts().stream().filter(view -> !view.has("ending")).toList();
    var talks =
        reads.timeouts().stream().filter(view -> FoldedTimeouts.isTalkAhead(view, now)).toList();
    same(person + " reads timeouts by REST", open, list(snapshot, "timeouts"), report);
    same(person + " reads talks by REST", talks, list(snapshot, "talks"), report);
    same(person + " reads drafts by REST", reads.drafts(), list(snapshot, "drafts"), report);
  }

  private static Instant now(JsonNode snapshot) {
    return Instant.parse(snapshot.path("now").asText());
  }

  private static List<JsonNode> list(JsonNode snapshot, String name) {
    return snapshot.path(name).valueStream().toList();
  }

  private static void same(
      String who, Collection<JsonNode> found, Collection<JsonNode> snapshot, Report report) {
    if (found.size() == snapshot.size() && new HashSet<>(found).equals(new HashSet<>(snapshot))) {
      return;
    }
    report.add(I5, "%s as %s, the snapshot has %s", who, found, snapshot);
  }
}
