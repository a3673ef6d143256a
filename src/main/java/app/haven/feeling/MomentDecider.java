package app.haven.feeling;

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

/// Joins the rules of one's own moments with their rows.
@ApplicationScoped
class MomentDecider implements Decider<FeelingCommand.Own> {
  static final Map<String, Shape<FeelingCommand.Own>> COMMANDS =
      Map.of(
          "feeling.keep", new Shape<>(FeelingCommand.Keep.class, Scope.SELF),
          "feeling.drop", new Shape<>(FeelingCommand.Drop.class, Scope.SELF));

  private final Moments moments;
  private final FeelingWishRows wishes;

  @Inject
  MomentDecider(Moments moments, FeelingWishRows wishes) {
    this.moments = moments;
    this.wishes = wishes;
  }

  @Override
  public Map<String, Shape<FeelingCommand.Own>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, FeelingCommand.Own command, Instant now) {
    return switch (command) {
      case FeelingCommand.Keep keep -> keep(who.person(), keep, now);
      case FeelingCommand.Drop drop -> drop(who.person(), drop);
    };
  }

  /// Whoever says how they are has answered the reminder, also one that was put off.
  private Decision keep(PersonId owner, FeelingCommand.Keep wish, Instant now) {
    var row = moments.of(owner, wish.moment());
    var kept = Moment.keep(wish, row.map(MomentRow::state), now);
    var before = wishes.state(owner);
    var asked =
        before.snoozed() == null
            ? List.<Timer.Key>of()
            : List.of(Reminders.snoozed(owner, now).key());
    return Decision.of(
            kept.toFact(),
            seqs -> {
              long seq = seqs.getFirst();
              row.ifPresentOrElse(
                  known -> known.kept(kept, seq),
                  () -> moments.persist(new MomentRow(owner, kept, seq)));
              wishes.save(owner, before.after(kept, now));
            })
        .dropping(asked);
  }

  private Decision drop(PersonId owner, FeelingCommand.Drop drop) {
    var row = moments.of(owner, drop.moment()).orElseThrow(Refusal::notFound);
    if (row.state() instanceof Moment.Dropped) return Decision.nothing();
    return Decision.erasing(
        Target.MINE, new WordsErased("moment", drop.moment()), row.versions(), _ -> row.drop());
  }
}
