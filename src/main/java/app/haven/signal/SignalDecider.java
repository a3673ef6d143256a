package app.haven.signal;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins the rule of signals with their rows.
@ApplicationScoped
class SignalDecider implements Decider<Signal.Send> {
  static final Map<String, Shape<Signal.Send>> COMMANDS =
      Map.of("signal.send", new Shape<>(Signal.Send.class, Scope.COUPLE));

  private final Signals signals;

  @Inject
  SignalDecider(Signals signals) {
    this.signals = signals;
  }

  @Override
  public Map<String, Shape<Signal.Send>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, Signal.Send command, Instant now) {
    if (!(who instanceof Who.Paired pair)) {
      throw new IllegalStateException("a signal without a couple");
    }
    var ours = pair.couple().ours();
    var sent = command.signal().sent(signals.last(ours, pair.person()), now);
    return Decision.of(
        new Fact(Target.OURS, "signal.sent", sent),
        seqs ->
            signals.add(
                new SignalRow(ours, seqs.getFirst(), now, pair.person(), sent.signal()), ours));
  }
}
