package app.haven.plan;

import app.haven.kernel.EventLog;
import app.haven.kernel.Json;
import app.haven.kernel.Snapshots;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/// The plans that stand and the ideas of both, and this person's own surprises.
@ApplicationScoped
class PlanSnapshots implements Snapshots {
  private final Plans plans;
  private final HiddenPlans hidden;
  private final Ideas ideas;
  private final EventLog log;
  private final Clock clock;

  @Inject
  PlanSnapshots(Plans plans, HiddenPlans hidden, Ideas ideas, EventLog log, Clock clock) {
    this.plans = plans;
    this.hidden = hidden;
    this.ideas = ideas;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(ObjectNode snapshot, Who who) {
    var own = hidden.all(who.person());
    put(snapshot, "hiddenPlans", HiddenPlanView.of(who.person(), own, log));
    var ours = who instanceof Who.Paired pair ? pair.couple().ours() : null;
    var standing = ours == null ? List.<PlanRow>of() : plans.shown(ours, clock.instant());
    put(snapshot, "plans", PlanView.of(standing, log));
    put(snapshot, "ideas", IdeaView.of(ours == null ? List.of() : ideas.all(ours), log));
  }

  private static void put(ObjectNode snapshot, String name, List<?> views) {
    var list = snapshot.putArray(name);
    for (var view : views) list.add(Json.MAPPER.<JsonNode>valueToTree(view));
  }
}
