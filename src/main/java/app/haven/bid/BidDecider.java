package app.haven.bid;

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

/// Joins the rules of a bid with its rows and timers.
@ApplicationScoped
class BidDecider implements Decider<BidCommand> {
  static final Map<String, Shape<BidCommand>> COMMANDS =
      Map.of(
          "bid.make", new Shape<>(BidCommand.Make.class, Scope.COUPLE),
          "bid.answer", new Shape<>(BidCommand.Answer.class, Scope.COUPLE),
          "bid.withdraw", new Shape<>(BidCommand.Withdraw.class, Scope.COUPLE));

  private final Bids bids;

  @Inject
  BidDecider(Bids bids) {
    this.bids = bids;
  }

  @Override
  public Map<String, Shape<BidCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return BidTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, BidCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair))
      throw new IllegalStateException("a bid without a couple");
    return command instanceof BidCommand.Make wish
        ? make(pair, wish, now)
        : change(pair, command, now);
  }

  private Decision make(Who.Paired who, BidCommand.Make wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Bid.Before(
            bids.of(ours, wish.bid()).map(BidRow::state),
            bids.last(ours, who.person()),
            bids.no(ours, who.person(), wish.kind()));
    var made = Bid.make(wish, before, now);
    var begun = Bid.begun(made, who.person(), now);
    return Decision.of(made.fact(), seqs -> bids.add(new BidRow(ours, begun, seqs.getFirst())))
        .setting(BidTimers.open(ours, begun));
  }

  private Decision change(Who.Paired who, BidCommand command, Instant now) {
    var row = bids.of(who.couple().ours(), command.bid()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person(), now)
        .map(event -> changed(row, event, List.of(who.person(), who.partner()), now))
        .orElseGet(Decision::nothing);
  }

  private static Decision changed(BidRow row, BidEvent event, List<PersonId> both, Instant now) {
    var after = row.state().after(event, now);
    boolean firstSent = after.reach().sender().equals(both.getFirst());
    var answering = firstSent ? both.getLast() : both.getFirst();
    var decision = Decision.of(event.fact(), seqs -> row.remember(after, seqs.getFirst()));
    return BidTimers.change(decision, row.stream(), after, answering, now);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(BidTimers.DUE)) {
      return Decision.of(new BidEvent.Due(timer.thing()).fact(), _ -> {});
    }
    return bids.of(timer.stream(), timer.thing())
        .flatMap(row -> row.state().dayIsOver().map(event -> changed(row, event, readers, now)))
        .orElseGet(Decision::nothing);
  }
}
