package app.haven.checkin;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins the rules of the daily check-in with its rows.
@ApplicationScoped
class CheckinDecider implements Decider<CheckinCommand> {
  static final Map<String, Shape<CheckinCommand>> COMMANDS =
      Map.of(
          "checkin.tell", new Shape<>(CheckinCommand.Tell.class, Scope.COUPLE),
          "checkin.answer", new Shape<>(CheckinCommand.Answer.class, Scope.COUPLE),
          "checkin.withdraw", new Shape<>(CheckinCommand.Withdraw.class, Scope.COUPLE));

  private final Checkins checkins;

  @Inject
  CheckinDecider(Checkins checkins) {
    this.checkins = checkins;
  }

  @Override
  public Map<String, Shape<CheckinCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, CheckinCommand command, Instant now) {
    if (!(who instanceof Who.Paired pair)) {
      throw new IllegalStateException("a check-in without a couple");
    }
    return command instanceof CheckinCommand.Tell wish
        ? tell(pair, wish, now)
        : change(pair, command, now);
  }

  private Decision tell(Who.Paired who, CheckinCommand.Tell wish, Instant now) {
    var ours = who.couple().ours();
    var sameId = checkins.of(ours, wish.checkin()).map(CheckinRow::state);
    var told = Checkin.tell(wish, sameId, checkins.last(ours, who.person()), now);
    var begun = Checkin.begun(told, who.person(), now);
    return Decision.of(
        told.fact(), seqs -> checkins.persist(new CheckinRow(ours, begun, seqs.getFirst())));
  }

  private Decision change(Who.Paired who, CheckinCommand command, Instant now) {
    var row = checkins.of(who.couple().ours(), command.checkin()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person())
        .map(event -> {
          var after = row.state().after(event, now);
          return Decision.of(event.fact(), seqs -> row.remember(after, seqs.getFirst()));
        })
        .orElseGet(Decision::nothing);
  }
}
