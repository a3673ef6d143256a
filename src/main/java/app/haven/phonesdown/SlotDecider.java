package app.haven.phonesdown;

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

/// Joins the rules of a slot with its rows and timers.
@ApplicationScoped
class SlotDecider implements Decider<PhonesDownCommand> {
  static final Map<String, Shape<PhonesDownCommand>> COMMANDS =
      Map.of(
          "phonesDown.propose", new Shape<>(PhonesDownCommand.Propose.class, Scope.COUPLE),
          "phonesDown.accept", new Shape<>(PhonesDownCommand.Accept.class, Scope.COUPLE),
          "phonesDown.notNow", new Shape<>(PhonesDownCommand.NotNow.class, Scope.COUPLE),
          "phonesDown.end", new Shape<>(PhonesDownCommand.End.class, Scope.COUPLE),
          "phonesDown.withdraw", new Shape<>(PhonesDownCommand.Withdraw.class, Scope.COUPLE));

  private final Slots slots;

  @Inject
  SlotDecider(Slots slots) {
    this.slots = slots;
  }

  @Override
  public Map<String, Shape<PhonesDownCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return SlotTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, PhonesDownCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) {
      throw new IllegalStateException("a slot without a couple");
    }
    return command instanceof PhonesDownCommand.Propose wish
        ? propose(pair, wish, now)
        : change(pair, command, now);
  }

  private Decision propose(Who.Paired who, PhonesDownCommand.Propose wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Proposing.Before(
            slots.of(ours, wish.slot()).map(SlotRow::state),
            slots.standing(ours).map(SlotRow::state),
            slots.last(ours, who.person()),
            slots.no(ours, who.person()));
    var proposed = Proposing.propose(wish, before, now);
    var begun = Slot.begun(proposed, who.person(), who.partner(), now);
    var decision =
        Decision.of(proposed.fact(), seqs -> slots.add(new SlotRow(ours, begun, seqs.getFirst())));
    return SlotTimers.change(decision, ours, begun);
  }

  private Decision change(Who.Paired who, PhonesDownCommand command, Instant now) {
    var row = slots.of(who.couple().ours(), command.slot()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person(), now)
        .map(event -> changed(row, event, now))
        .orElseGet(Decision::nothing);
  }

  private static Decision changed(SlotRow row, PhonesDownEvent event, Instant now) {
    // Telling it changes nothing, its own timer is gone, and the others stand as they are.
    if (event instanceof PhonesDownEvent.Soon) return Decision.of(event.fact(), _ -> {});
    var after = row.state().after(event, now);
    var decision = Decision.of(event.fact(), _ -> row.remember(after, now));
    return SlotTimers.change(decision, row.stream(), after);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return slots
        .of(timer.stream(), timer.thing())
        .flatMap(
            row -> row.state().timeIsUp(timer.kind(), now).map(event -> changed(row, event, now)))
        .orElseGet(Decision::nothing);
  }
}
