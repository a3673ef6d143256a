package app.haven.carecard;

import app.haven.carecard.CarecardEvent.Cleared;
import app.haven.carecard.CarecardEvent.Kept;
import app.haven.carecard.CarecardEvent.Shared;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Fact;
import app.haven.kernel.Lately;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.Who;
import app.haven.kernel.WordsErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The rules of care cards with their rows: each person writes, shows and hides their own.
@ApplicationScoped
class CarecardDecider implements Decider<CarecardCommand> {
  static final Map<String, Shape<CarecardCommand>> COMMANDS =
      Map.of(
          "carecard.keep", new Shape<>(CarecardCommand.Keep.class, Scope.SELF),
          "carecard.clear", new Shape<>(CarecardCommand.Clear.class, Scope.SELF),
          "carecard.share", new Shape<>(CarecardCommand.Share.class, Scope.COUPLE),
          "carecard.revoke", new Shape<>(CarecardCommand.Revoke.class, Scope.COUPLE));

  private static final String SHARED = "carecard.shared";

  private final CareSections sections;
  private final CareShares shares;
  private final Lately lately;

  @Inject
  CarecardDecider(CareSections sections, CareShares shares, Lately lately) {
    this.sections = sections;
    this.shares = shares;
    this.lately = lately;
  }

  @Override
  public Map<String, Shape<CarecardCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Decision decide(Who who, CarecardCommand command, Instant now) {
    return switch (command) {
      case CarecardCommand.Keep keep -> keep(who.person(), keep);
      case CarecardCommand.Clear clear -> clear(who.person(), clear);
      case CarecardCommand.Share share -> share(paired(who), share, now);
      case CarecardCommand.Revoke revoke -> revoke(paired(who), revoke);
    };
  }

  private static Who.Paired paired(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a card shown to nobody");
  }

  private Decision keep(PersonId owner, CarecardCommand.Keep keep) {
    var row = sections.of(owner, keep.section());
    return Decision.of(
        new Kept(keep.section(), keep.words()).fact(),
        seqs ->
            row.ifPresentOrElse(
                stands -> stands.keptAgain(seqs.getFirst()),
                () ->
                    sections.persist(new CareSectionRow(owner, keep.section(), seqs.getFirst()))));
  }

  private Decision clear(PersonId owner, CarecardCommand.Clear clear) {
    return sections
        .of(owner, clear.section())
        .map(row -> Decision.of(new Cleared(clear.section()).fact(), _ -> sections.delete(row)))
        .orElseGet(Decision::nothing);
  }

  private Decision share(Who.Paired who, CarecardCommand.Share wish, Instant now) {
    var ours = who.couple().ours();
    if (shares.of(ours, wish.share()).isPresent()) {
      throw Refusal.conflict("This id already names something that is shown.", null);
    }
    lately.mustBeFew(ours, who.person(), SHARED, now);
    var shared = new Shared(wish.share(), wish.section(), wish.words());
    var before = shares.of(ours, who.person(), wish.section());
    var decision =
        before
            .map(row ->
                erasing(
                    row,
                    List.of(gone(row.share()), shared.fact()),
                    seqs -> row.sharedAnew(shared, now, seqs.getLast())))
            .orElseGet(() ->
                Decision.of(
                    shared.fact(),
                    seqs ->
                        shares.persist(
                            new CareShareRow(ours, who.person(), shared, now, seqs.getFirst()))));
    return decision.also(seqs -> lately.add(ours, who.person(), SHARED, now, seqs.getLast()));
  }

  private Decision revoke(Who.Paired who, CarecardCommand.Revoke revoke) {
    var row = shares.of(who.couple().ours(), revoke.share()).orElseThrow(Refusal::notFound);
    if (!row.owner().equals(who.person())) throw Refusal.notYours();
    return erasing(row, List.of(gone(row.share())), _ -> shares.delete(row));
  }

  private static Fact gone(UUID share) {
    return new Fact(Target.OURS, WordsErased.KIND, new WordsErased("carecard", share));
  }

  /// The words that were shown leave the log, and no device keeps them.
  private static Decision erasing(CareShareRow row, List<Fact> facts, Decision.Saving saving) {
    return new Decision(facts, List.of(), List.of(), List.of(row.sharedSeq()), saving, null);
  }
}
