package app.haven.need;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Joins the rules of boundaries with their rows.
@ApplicationScoped
class BoundaryDecider implements Decider<BoundaryCommand> {
  static final Map<String, Shape<BoundaryCommand>> COMMANDS =
      Map.of(
          "boundary.keep", new Shape<>(BoundaryCommand.Keep.class, Scope.SELF),
          "boundary.change", new Shape<>(BoundaryCommand.Change.class, Scope.SELF),
          "boundary.drop", new Shape<>(BoundaryCommand.Drop.class, Scope.SELF),
          "boundary.share", new Shape<>(BoundaryCommand.Share.class, Scope.COUPLE),
          "boundary.unshare", new Shape<>(BoundaryCommand.Unshare.class, Scope.COUPLE),
          "boundary.acknowledge", new Shape<>(BoundaryCommand.Acknowledge.class, Scope.COUPLE),
          "boundary.ask", new Shape<>(BoundaryCommand.Ask.class, Scope.COUPLE));

  private final Boundaries boundaries;
  private final OwnCards own;

  @Inject
  BoundaryDecider(Boundaries boundaries, OwnCards own) {
    this.boundaries = boundaries;
    this.own = own;
  }

  @Override
  public Map<String, Shape<BoundaryCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, BoundaryCommand command, Instant now) {
    return switch (command) {
      case BoundaryCommand.Own mine -> alone(who.person(), mine);
      case BoundaryCommand.Share wish -> share(pair(who), wish, now);
      case BoundaryCommand.Unshare unshare -> unshare(pair(who), unshare, now);
      case BoundaryCommand.About about -> change(pair(who), about, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a boundary shared without a couple");
  }

  private Decision alone(PersonId owner, BoundaryCommand.Own command) {
    var id = command.boundary();
    return switch (command) {
      case BoundaryCommand.Keep it -> {
        var kept = new BoundaryEvent.Kept(id, it.protects(), it.will());
        yield own.keep(owner, Card.BOUNDARY, id, kept.fact());
      }
      case BoundaryCommand.Change it -> {
        var changed = new BoundaryEvent.Changed(id, it.protects(), it.will());
        yield own.change(owner, Card.BOUNDARY, id, changed.fact());
      }
      case BoundaryCommand.Drop _ -> own.drop(owner, Card.BOUNDARY, id);
    };
  }

  private Decision share(Who.Paired who, BoundaryCommand.Share wish, Instant now) {
    var ours = who.couple().ours();
    var before = boundaries.of(ours, wish.boundary());
    var shared =
        Boundary.share(
            wish,
            who.person(),
            before.map(BoundaryRow::state),
            boundaries.last(ours, who.person()),
            now);
    if (!before.map(BoundaryRow::shared).orElse(false)) {
      Sharing.room(boundaries.standing(ours, who.person()));
    }
    return Decision.of(
        shared.fact(),
        seqs -> {
          var row =
              before.orElseGet(
                  () -> new BoundaryRow(ours, Boundary.begun(wish.boundary(), who.person())));
          row.remember(shared, now, seqs.getFirst());
          if (before.isEmpty()) boundaries.add(row);
        });
  }

  private Decision unshare(Who.Paired who, BoundaryCommand.Unshare command, Instant now) {
    var row = row(who, command);
    if (!row.state().unshare(who.person())) return Decision.nothing();
    return Decision.erasing(
        Target.OURS,
        new WordsErased(Card.BOUNDARY.wire(), command.boundary()),
        row.sharedSeqs(),
        _ -> row.takenBack(now));
  }

  private BoundaryRow row(Who.Paired who, BoundaryCommand command) {
    return boundaries.of(who.couple().ours(), command.boundary()).orElseThrow(Refusal::notFound);
  }

  private Decision change(Who.Paired who, BoundaryCommand.About command, Instant now) {
    var row = row(who, command);
    return row.state()
        .decide(command, who.person())
        .map(event -> Decision.of(event.fact(), seqs -> row.remember(event, now, seqs.getFirst())))
        .orElseGet(Decision::nothing);
  }
}
