package app.haven.hold;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Lately;
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

/// Joins the rules of a hold with its rows and its timer. What is placed is on `mine`, what is
/// shown on `ours`; neither tells of the other.
@ApplicationScoped
class HoldDecider implements Decider<HoldCommand> {
  static final Map<String, Shape<HoldCommand>> COMMANDS =
      Map.of(
          "hold.place", new Shape<>(HoldCommand.Place.class, Scope.SELF),
          "hold.lift", new Shape<>(HoldCommand.Lift.class, Scope.SELF),
          "hold.share", new Shape<>(HoldCommand.Share.class, Scope.COUPLE),
          "hold.unshare", new Shape<>(HoldCommand.Unshare.class, Scope.COUPLE));

  private final Holds holds;
  private final SharedHolds shared;
  private final Lately lately;

  @Inject
  HoldDecider(Holds holds, SharedHolds shared, Lately lately) {
    this.holds = holds;
    this.shared = shared;
    this.lately = lately;
  }

  @Override
  public Map<String, Shape<HoldCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(Hold.OVER);
  }

  @Override
  public Decision decide(Who who, HoldCommand command, Instant now) {
    return switch (command) {
      case HoldCommand.Place place -> place(who.person(), place, now);
      case HoldCommand.Lift lift -> lift(who.person(), lift);
      case HoldCommand.Share share -> share(pair(who), share, now);
      case HoldCommand.Unshare unshare -> unshare(pair(who), unshare);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a hold shown to nobody");
  }

  private Decision place(PersonId owner, HoldCommand.Place place, Instant now) {
    Hold.mayStandUntil(place.until(), now);
    var row = holds.of(owner, place.hold());
    if (row.isEmpty() && holds.all(owner).size() >= Hold.MOST) throw Hold.enough();
    var placed = new HoldEvent.Placed(place.hold(), place.until(), place.words());
    return Decision.of(
            placed.fact(),
            seqs ->
                row.ifPresentOrElse(
                    stands -> stands.placedAgain(seqs.getFirst()),
                    () -> holds.add(new HoldRow(owner, place.hold(), seqs.getFirst()))))
        .setting(List.of(Hold.over(owner, place.hold(), place.until())));
  }

  private Decision lift(PersonId owner, HoldCommand.Lift lift) {
    var row = holds.of(owner, lift.hold()).orElseThrow(Refusal::notFound);
    var timer = new Timer.Key(owner.mine(), Hold.OVER, lift.hold());
    return Decision.of(new HoldEvent.Lifted(lift.hold()).fact(), _ -> holds.remove(row))
        .dropping(List.of(timer));
  }

  private Decision share(Who.Paired who, HoldCommand.Share share, Instant now) {
    Hold.mayStandUntil(share.until(), now);
    var ours = who.couple().ours();
    var row = shared.of(ours, share.hold());
    if (row.isPresent() && !row.get().owner().equals(who.person())) throw Hold.idTaken();
    long others =
        shared.standing(ours, now).stream()
            .filter(one -> one.owner().equals(who.person()) && !one.id().equals(share.hold()))
            .count();
    if (others >= Hold.MOST) throw Hold.enough();
    lately.mustBeFew(ours, who.person(), Hold.SHARED, now);
    var event = new HoldEvent.Shared(share.hold(), share.until(), share.words());
    var decision =
        Decision.of(
                event.fact(),
                seqs ->
                    row.ifPresentOrElse(
                        stands -> stands.sharedAgain(share.until(), seqs.getFirst()),
                        () ->
                            shared.add(
                                new SharedHoldRow(ours, who.person(), event, seqs.getFirst()))))
            .also(seqs -> lately.add(ours, who.person(), Hold.SHARED, now, seqs.getFirst()));
    // What was shown before under this id is no longer shown: nobody keeps its words.
    return row.map(stands -> decision.takingBack(List.of(stands.sharedSeq()))).orElse(decision);
  }

  private Decision unshare(Who.Paired who, HoldCommand.Unshare unshare) {
    var row = shared.of(who.couple().ours(), unshare.hold()).orElseThrow(Refusal::notFound);
    // What somebody asks of themselves is not the other's to end.
    if (!row.owner().equals(who.person())) throw Refusal.notYours();
    return Decision.of(new HoldEvent.Unshared(unshare.hold()).fact(), _ -> shared.remove(row))
        .takingBack(List.of(row.sharedSeq()));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return holds
        .of(readers.getFirst(), timer.thing())
        .map(row -> Decision.of(new HoldEvent.Over(timer.thing()).fact(), _ -> holds.remove(row)))
        .orElseGet(Decision::nothing);
  }
}
