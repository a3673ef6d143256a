package app.haven.checkin;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/// Keeps words at hand, and lets them go.
@ApplicationScoped
class FavouriteDecider implements Decider<FavouriteCommand> {
  static final Map<String, Shape<FavouriteCommand>> COMMANDS =
      Map.of(
          "favourite.keep", new Shape<>(FavouriteCommand.Keep.class, Scope.SELF),
          "favourite.drop", new Shape<>(FavouriteCommand.Drop.class, Scope.SELF));

  private final Favourites favourites;

  @Inject
  FavouriteDecider(Favourites favourites) {
    this.favourites = favourites;
  }

  @Override
  public Map<String, Shape<FavouriteCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, FavouriteCommand command, Instant now) {
    return switch (command) {
      case FavouriteCommand.Keep keep -> keep(who.person(), keep);
      case FavouriteCommand.Drop drop -> drop(who.person(), drop);
    };
  }

  private Decision keep(PersonId owner, FavouriteCommand.Keep keep) {
    var kept = new FavouriteEvent.Kept(keep.favourite(), keep.words());
    var row = favourites.of(owner, keep.favourite());
    if (row.isPresent()) {
      return Decision.of(kept.fact(), seqs -> row.get().keptAgain(seqs.getFirst()));
    }
    if (favourites.all(owner).size() >= Favourites.MOST) {
      throw Refusal.conflict("Twenty are kept already. That is the most.", null);
    }
    return Decision.of(
        kept.fact(),
        seqs -> favourites.persist(new FavouriteRow(owner, keep.favourite(), seqs.getFirst())));
  }

  private Decision drop(PersonId owner, FavouriteCommand.Drop drop) {
    var row = favourites.of(owner, drop.favourite()).orElseThrow(Refusal::notFound);
    var dropped = new FavouriteEvent.Dropped(drop.favourite());
    return Decision.of(dropped.fact(), _ -> favourites.delete(row));
  }
}
