package app.haven.promise;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Links;
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

/// Joins the rules of a promise with its rows and timers.
@ApplicationScoped
class PromiseDecider implements Decider<PromiseCommand> {
  static final Map<String, Shape<PromiseCommand>> COMMANDS =
      Map.of(
          "promise.make", new Shape<>(PromiseCommand.Make.class, Scope.COUPLE),
          "promise.change", new Shape<>(PromiseCommand.Change.class, Scope.COUPLE),
          "promise.keep", new Shape<>(PromiseCommand.Keep.class, Scope.COUPLE),
          "promise.letGo", new Shape<>(PromiseCommand.LetGo.class, Scope.COUPLE),
          "promise.thank", new Shape<>(PromiseCommand.Thank.class, Scope.COUPLE));

  private final Promises promises;
  private final Links links;

  @Inject
  PromiseDecider(Promises promises, Links links) {
    this.promises = promises;
    this.links = links;
  }

  @Override
  public Map<String, Shape<PromiseCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return PromiseTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, PromiseCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) throw new IllegalStateException("promised to nobody");
    return command instanceof PromiseCommand.Make wish
        ? make(pair, wish, now)
        : change(pair, command, now);
  }

  private Decision make(Who.Paired who, PromiseCommand.Make wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Promise.Before(
            promises.of(ours, wish.promise()).map(PromiseRow::state),
            promises.open(ours, who.person()),
            promises.last(ours, who.person()));
    var made = Promise.make(wish, before, now);
    if (wish.from() != null) links.mustExist(ours, wish.from());
    var begun = Promise.begun(made, who.person(), now);
    var decision =
        Decision.of(
            made.fact(), seqs -> promises.add(new PromiseRow(ours, begun, seqs.getFirst())));
    return PromiseTimers.setting(decision, begun, made.on(), now);
  }

  private Decision change(Who.Paired who, PromiseCommand command, Instant now) {
    var row = promises.of(who.couple().ours(), command.promise()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person(), now)
        .map(event -> changed(row, event, now))
        .orElseGet(Decision::nothing);
  }

  private static Decision changed(PromiseRow row, PromiseEvent event, Instant now) {
    var after = row.state().after(event);
    var decision = Decision.of(event.fact(), seqs -> row.remember(event, now, seqs.getFirst()));
    return event instanceof PromiseEvent.Changed changed
        ? PromiseTimers.setting(decision, after, changed.on(), now)
        : decision.dropping(PromiseTimers.all(after.card().maker(), after.card().id()));
  }

  /// Whoever settles a promise drops its timers in the same transaction; so what fires is open.
  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var event =
        timer.kind().equals(PromiseTimers.SOON)
            ? new PromiseEvent.Soon(timer.thing())
            : new PromiseEvent.Due(timer.thing());
    return Decision.of(event.fact(), _ -> {});
  }
}
