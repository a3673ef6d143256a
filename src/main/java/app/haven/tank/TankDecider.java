package app.haven.tank;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Keeps a small resentment, marks it as raised, or lets it go.
@ApplicationScoped
class TankDecider implements Decider<TankCommand> {
  static final Map<String, Shape<TankCommand>> COMMANDS =
      Map.of(
          "tank.keep", new Shape<>(TankCommand.Keep.class, Scope.SELF),
          "tank.letGo", new Shape<>(TankCommand.LetGo.class, Scope.SELF),
          "tank.raise", new Shape<>(TankCommand.Raise.class, Scope.SELF));

  private final Resentments resentments;

  @Inject
  TankDecider(Resentments resentments) {
    this.resentments = resentments;
  }

  @Override
  public Map<String, Shape<TankCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, TankCommand command, Instant now) {
    return switch (command) {
      case TankCommand.Keep keep -> keep(who.person(), keep);
      case TankCommand.LetGo letGo -> letGo(known(who, letGo));
      case TankCommand.Raise raise -> raise(known(who, raise), now);
    };
  }

  private Decision keep(PersonId owner, TankCommand.Keep keep) {
    var kept = new TankEvent.Kept(keep.resentment(), keep.words(), keep.about());
    var row = resentments.of(owner, keep.resentment());
    if (row.isPresent()) {
      return Decision.of(kept.fact(), seqs -> row.get().keptAgain(seqs.getFirst()));
    }
    if (resentments.all(owner).size() >= Resentments.MOST) {
      throw Refusal.conflict(
          "Thirty are kept already. Would you like to let one go, or raise one?", null);
    }
    return Decision.of(
        kept.fact(),
        seqs -> resentments.add(new ResentmentRow(owner, keep.resentment(), seqs.getFirst())));
  }

  private ResentmentRow known(Who who, TankCommand command) {
    return resentments.of(who.person(), command.resentment()).orElseThrow(Refusal::notFound);
  }

  private Decision letGo(ResentmentRow row) {
    return Decision.of(new TankEvent.LetGo(row.id()).fact(), _ -> resentments.remove(row));
  }

  private static Decision raise(ResentmentRow row, Instant now) {
    if (row.raisedAt() != null) return Decision.nothing();
    return Decision.of(new TankEvent.Raised(row.id()).fact(), _ -> row.raise(now));
  }
}
