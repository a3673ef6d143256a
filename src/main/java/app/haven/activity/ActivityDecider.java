package app.haven.activity;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins the rules of an activity with its rows and timers.
@ApplicationScoped
class ActivityDecider implements Decider<ActivityCommand> {
  static final Map<String, Shape<ActivityCommand>> COMMANDS =
      Map.of(
          "activity.offer", new Shape<>(ActivityCommand.Offer.class, Scope.COUPLE),
          "activity.answer", new Shape<>(ActivityCommand.Answer.class, Scope.COUPLE),
          "activity.pass", new Shape<>(ActivityCommand.Pass.class, Scope.COUPLE),
          "activity.end", new Shape<>(ActivityCommand.End.class, Scope.COUPLE));

  private final Activities activities;

  @Inject
  ActivityDecider(Activities activities) {
    this.activities = activities;
  }

  @Override
  public Map<String, Shape<ActivityCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return ActivityTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, ActivityCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) {
      throw new IllegalStateException("an activity without a couple");
    }
    return command instanceof ActivityCommand.Offer wish
        ? offer(pair, wish, now)
        : change(pair, command, now);
  }

  private Decision offer(Who.Paired who, ActivityCommand.Offer wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Activity.Before(
            activities.of(ours, wish.activity()).map(ActivityRow::state),
            activities.standing(ours).map(ActivityRow::state),
            activities.last(ours, who.person()),
            activities.no(ours, who.person(), wish.which()));
    var offered = Activity.offer(wish, before, now);
    var begun = Activity.begun(offered, who.person(), who.partner(), now);
    var decision =
        Decision.of(
            offered.fact(), seqs -> activities.add(new ActivityRow(ours, begun, seqs.getFirst())));
    return ActivityTimers.change(decision, ours, begun);
  }

  private Decision change(Who.Paired who, ActivityCommand command, Instant now) {
    var row = activities.of(who.couple().ours(), command.activity()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person(), now)
        .map(event -> changed(row, event, now))
        .orElseGet(Decision::nothing);
  }

  private static Decision changed(ActivityRow row, ActivityEvent event, Instant now) {
    var after = row.state().after(event, now);
    var decision = Decision.of(event.fact(), _ -> row.remember(after, now));
    return ActivityTimers.change(decision, row.stream(), after);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return activities
        .of(timer.stream(), timer.thing())
        .flatMap(row ->
            row.state()
                .timeIsUp()
                .filter(event -> event.kind().equals(timer.kind()))
                .map(event -> changed(row, event, now)))
        .orElseGet(Decision::nothing);
  }
}
