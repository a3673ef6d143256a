package app.haven.expectation;

import app.haven.kernel.Blind;
import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// The exchanges of both that are open or were revealed lately, and what this person keeps.
@ApplicationScoped
class ExpectationSnapshots implements Snapshots {
  private final Expectations expectations;
  private final Blind blind;
  private final EventLog log;
  private final Clock clock;

  @Inject
  ExpectationSnapshots(Expectations expectations, Blind blind, EventLog log, Clock clock) {
    this.expectations = expectations;
    this.blind = blind;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var kept = snapshot.putArray("expectationDrafts");
    for (var own : blind.own(who.person(), Expectation.KIND)) {
      kept.add(Json.MAPPER.valueToTree(ExpectationDraftView.of(own)));
    }
    var list = snapshot.putArray("expectations");
    if (!(who instanceof Who.Paired pair)) return;
    var rows = expectations.current(pair.couple().ours(), clock.instant());
    for (var view : ExpectationView.of(rows, log)) list.add(Json.MAPPER.valueToTree(view));
  }
}
