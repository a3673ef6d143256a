package app.haven.need;

import static java.util.Map.entry;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins the rules of needs with their rows and timers.
@ApplicationScoped
class NeedDecider implements Decider<NeedCommand> {
  static final Map<String, Shape<NeedCommand>> COMMANDS =
      Map.ofEntries(
          entry("need.keep", new Shape<>(NeedCommand.Keep.class, Scope.SELF)),
          entry("need.change", new Shape<>(NeedCommand.Change.class, Scope.SELF)),
          entry("need.drop", new Shape<>(NeedCommand.Drop.class, Scope.SELF)),
          entry("need.share", new Shape<>(NeedCommand.Share.class, Scope.COUPLE)),
          entry("need.unshare", new Shape<>(NeedCommand.Unshare.class, Scope.COUPLE)),
          entry("need.answer", new Shape<>(NeedCommand.Answer.class, Scope.COUPLE)),
          entry("need.remind", new Shape<>(NeedCommand.Remind.class, Scope.COUPLE)),
          entry("need.remindAgree", new Shape<>(NeedCommand.RemindAgree.class, Scope.COUPLE)),
          entry("need.remindStop", new Shape<>(NeedCommand.RemindStop.class, Scope.COUPLE)),
          entry("need.remindPause", new Shape<>(NeedCommand.RemindPause.class, Scope.SELF)),
          entry("need.remindResume", new Shape<>(NeedCommand.RemindResume.class, Scope.SELF)));

  private final Needs needs;
  private final OwnCards own;
  private final Reminding reminding;

  @Inject
  NeedDecider(Needs needs, OwnCards own, Reminding reminding) {
    this.needs = needs;
    this.own = own;
    this.reminding = reminding;
  }

  @Override
  public Map<String, Shape<NeedCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(NeedTimers.REMINDED);
  }

  @Override
  public Decision decide(Who who, NeedCommand command, Instant now) {
    return switch (command) {
      case NeedCommand.Own mine -> alone(who.person(), mine, now);
      case NeedCommand.Share wish -> share(pair(who), wish, now);
      case NeedCommand.Unshare unshare -> unshare(pair(who), unshare, now);
      case NeedCommand.About about -> change(pair(who), about, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a need shared without a couple");
  }

  private Decision alone(PersonId owner, NeedCommand.Own command, Instant now) {
    var id = command.need();
    return switch (command) {
      case NeedCommand.Keep it ->
          own.keep(
              owner,
              Card.NEED,
              id,
              new NeedEvent.Kept(id, it.statement(), it.feeling(), it.observation(), it.request())
                  .fact());
      case NeedCommand.Change it ->
          own.change(
              owner,
              Card.NEED,
              id,
              new NeedEvent.Changed(
                      id, it.statement(), it.feeling(), it.observation(), it.request())
                  .fact());
      case NeedCommand.Drop _ -> own.drop(owner, Card.NEED, id);
      case NeedCommand.RemindPause pause -> reminding.pause(owner, pause, now);
      case NeedCommand.RemindResume _ -> reminding.resume(owner, id);
    };
  }

  private Decision share(Who.Paired who, NeedCommand.Share wish, Instant now) {
    var ours = who.couple().ours();
    var before = needs.of(ours, wish.need());
    var shared =
        Need.share(
            wish, who.person(), before.map(NeedRow::state), needs.last(ours, who.person()), now);
    if (!before.map(NeedRow::shared).orElse(false)) {
      Sharing.room(needs.standing(ours, who.person()));
    }
    return Decision.of(
        shared.fact(),
        seqs -> {
          var row =
              before.orElseGet(() -> new NeedRow(ours, Need.begun(wish.need(), who.person())));
          row.remember(row.state().after(shared, who.person(), now), shared, now, seqs.getFirst());
          if (before.isEmpty()) needs.add(row);
        });
  }

  private Decision unshare(Who.Paired who, NeedCommand.Unshare command, Instant now) {
    var row = row(who, command);
    var state = row.state();
    if (!state.unshare(who.person())) return Decision.nothing();
    return Decision.erasing(
            Target.OURS,
            new WordsErased(Card.NEED.wire(), state.id()),
            row.holding(),
            _ -> row.takenBack(state.takenBack(), now))
        .dropping(List.of(NeedTimers.key(who.partner(), state.id())));
  }

  private NeedRow row(Who.Paired who, NeedCommand command) {
    return needs.of(who.couple().ours(), command.need()).orElseThrow(Refusal::notFound);
  }

  private Decision change(Who.Paired who, NeedCommand.About command, Instant now) {
    var row = row(who, command);
    return row.state()
        .decide(command, who.person(), row.proposedTimes(), now)
        .map(event -> changed(who, row, event, now))
        .orElseGet(Decision::nothing);
  }

  private Decision changed(Who.Paired who, NeedRow row, NeedEvent event, Instant now) {
    var after = row.state().after(event, who.person(), now);
    var decision =
        Decision.of(event.fact(), seqs -> row.remember(after, event, now, seqs.getFirst()));
    var hearing = after.author().equals(who.person()) ? who.partner() : who.person();
    return event instanceof NeedEvent.Answered
        ? decision
        : reminding.change(decision, after, hearing, now);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return reminding.fire(timer, readers.getFirst(), now);
  }
}
