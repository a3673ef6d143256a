package app.haven.question;

import app.haven.kernel.Blind;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The open question, those that were answered in the last days, whose turn it is, the questions
/// that the two wrote, and this person's answers that are not open yet.
@ApplicationScoped
class QuestionSnapshots implements Snapshots {
  private final Questions questions;
  private final Turns turns;
  private final Owns owns;
  private final Blind blind;
  private final EventLog log;
  private final Clock clock;

  @Inject
  QuestionSnapshots(
      Questions questions, Turns turns, Owns owns, Blind blind, EventLog log, Clock clock) {
    this.questions = questions;
    this.turns = turns;
    this.owns = owns;
    this.blind = blind;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("questionDrafts");
    for (var view : QuestionDraftView.of(blind.own(who.person(), QuestionAnswers.KIND))) {
      kept.add(Json.MAPPER.valueToTree(view));
    }
    var list = snapshot.putArray("questions");
    var own = snapshot.putArray("ownQuestions");
    snapshot.putNull("questionTurn");
    if (!(who instanceof Who.Paired pair)) return;
    var ours = pair.couple().ours();
    for (var view : QuestionView.of(questions.current(ours, clock.instant()), log)) {
      list.add(Json.MAPPER.valueToTree(view));
    }
    for (var view : AddedView.of(owns.all(ours), log)) own.add(Json.MAPPER.valueToTree(view));
    turns
        .of(ours)
        .map(TurnView::of)
        .ifPresent(turn -> snapshot.set("questionTurn", Json.MAPPER.valueToTree(turn)));
  }
}
