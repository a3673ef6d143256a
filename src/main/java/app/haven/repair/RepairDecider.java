package app.haven.repair;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Links;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Joins the rules of repairs with their rows and timers.
@ApplicationScoped
class RepairDecider implements Decider<RepairCommand> {
  static final Map<String, Shape<RepairCommand>> COMMANDS =
      Map.of(
          "repair.offer", new Shape<>(RepairCommand.Offer.class, Scope.COUPLE),
          "repair.answer", new Shape<>(RepairCommand.Answer.class, Scope.COUPLE),
          "repair.withdraw", new Shape<>(RepairCommand.Withdraw.class, Scope.COUPLE),
          "repair.askFollowUp", new Shape<>(RepairCommand.AskFollowUp.class, Scope.COUPLE),
          "repair.endFollowUp", new Shape<>(RepairCommand.EndFollowUp.class, Scope.COUPLE),
          "repair.mute", new Shape<>(RepairCommand.Mute.class, Scope.SELF),
          "repair.shareTimeline", new Shape<>(RepairCommand.ShareTimeline.class, Scope.SELF));

  private static final Set<String> ABOUT = Set.of("timeout", "concern");

  private final Repairs repairs;
  private final FollowUps followUps;
  private final RepairWishes wishes;
  private final Links links;
  private final Partners partners;

  @Inject
  RepairDecider(
      Repairs repairs, FollowUps followUps, RepairWishes wishes, Links links, Partners partners) {
    this.repairs = repairs;
    this.followUps = followUps;
    this.wishes = wishes;
    this.links = links;
    this.partners = partners;
  }

  @Override
  public Map<String, Shape<RepairCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return RepairTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, RepairCommand command, Instant now) {
    return switch (command) {
      case RepairCommand.OfAttempt of -> attempt(paired(who), of, now);
      case RepairCommand.OfThread of -> thread(paired(who), of, now);
      case RepairCommand.Mute(var muted) ->
          Decision.of(
              new RepairEvent.MuteChanged(muted).fact(), _ -> wishes.mute(who.person(), muted));
      case RepairCommand.ShareTimeline wish -> share(who.person(), wish);
    };
  }

  private static Who.Paired paired(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a repair without a couple");
  }

  private Decision attempt(Who.Paired who, RepairCommand.OfAttempt command, Instant now) {
    if (command instanceof RepairCommand.Offer wish) return offer(who, wish, now);
    var row = repairs.of(who.couple().ours(), command.repair()).orElseThrow(Refusal::notFound);
    return switch (command) {
      case RepairCommand.Offer _ -> throw new IllegalStateException("offered twice");
      case RepairCommand.Answer said ->
          row.state()
              .answer(said, who.person(), now)
              .map(event -> answered(row, event, who.person(), now))
              .orElseGet(Decision::nothing);
      case RepairCommand.Withdraw _ ->
          row.state()
              .withdraw(who.person())
              .map(event -> withdrawn(row, event, who.partner(), now))
              .orElseGet(Decision::nothing);
    };
  }

  private Decision offer(Who.Paired who, RepairCommand.Offer wish, Instant now) {
    var ours = who.couple().ours();
    var thread = Optional.ofNullable(wish.thread());
    var before =
        new Repair.Before(
            repairs.of(ours, wish.repair()).map(RepairRow::state),
            thread.flatMap(id -> repairs.first(ours, id)),
            thread.flatMap(id -> repairs.rest(ours, id)),
            repairs.last(ours, who.person()));
    var offered = Repair.offer(wish, who.person(), before, now);
    if (wish.about() != null) {
      if (!ABOUT.contains(wish.about().kind())) throw RepairRefusals.notToThis();
      links.mustExist(ours, wish.about());
    }
    var begun = Repair.begun(offered, who.person(), now);
    return Decision.of(
        offered.fact(), seqs -> repairs.add(new RepairRow(ours, begun, seqs.getFirst())));
  }

  private static Decision answered(
      RepairRow row, RepairEvent.Answered event, PersonId answering, Instant now) {
    var after = row.state().answered(event, now);
    var decision = Decision.of(event.fact(), seqs -> row.remember(after, seqs.getFirst()));
    var until = event.until();
    return until == null
        ? decision.dropping(List.of(RepairTimers.due(answering, row.id())))
        : decision.setting(List.of(RepairTimers.due(answering, row.id(), until)));
  }

  private static Decision withdrawn(
      RepairRow row, RepairEvent.Withdrawn event, PersonId answering, Instant now) {
    var after = row.state().withdrawn(now);
    return Decision.of(event.fact(), seqs -> row.remember(after, seqs.getFirst()))
        .dropping(List.of(RepairTimers.due(answering, row.id())));
  }

  private Decision thread(Who.Paired who, RepairCommand.OfThread command, Instant now) {
    var ours = who.couple().ours();
    var giver = repairs.first(ours, command.thread()).orElseThrow(Refusal::notFound).giver();
    return switch (command) {
      case RepairCommand.AskFollowUp wish -> {
        var event = FollowUp.ask(wish, giver, who.person());
        var asked = FollowUp.begun(event, now);
        yield Decision.of(event.fact(), _ -> followUps.stand(ours, asked))
            .setting(List.of(RepairTimers.followUp(asked, asked.first())));
      }
      case RepairCommand.EndFollowUp(UUID thread) ->
          FollowUp.end(thread, giver, who.person(), followUps.of(ours, thread))
              .map(event ->
                  Decision.of(event.fact(), _ -> followUps.end(ours, thread))
                      .dropping(List.of(RepairTimers.followUp(giver, thread))))
              .orElseGet(Decision::nothing);
    };
  }

  private Decision share(PersonId person, RepairCommand.ShareTimeline wish) {
    var couple = new CoupleId(wish.couple());
    boolean theirs = partners.of(person).filter(pair -> pair.couple().equals(couple)).isPresent();
    if (!theirs) throw Refusal.notPaired();
    return Decision.of(
        new RepairEvent.TimelineShared(wish.couple(), wish.shared()).fact(),
        _ -> wishes.share(person, couple, wish.shared()));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(RepairTimers.DUE)) {
      return Decision.of(new RepairEvent.Due(timer.thing()).fact(), _ -> {});
    }
    // The timer stands on the giver's own stream: its lock does not hold back who ends the
    // follow-up or leaves at this moment. Whatever stands then ends it here, at the latest.
    return partners
        .of(readers.getFirst())
        .flatMap(pair -> followUps.of(pair.couple().ours(), timer.thing()))
        .map(asked ->
            Decision.of(new RepairEvent.FollowUpDue(timer.thing()).fact(), _ -> {})
                .setting(List.of(RepairTimers.followUp(asked, asked.next(timer.at(), now)))))
        .orElseGet(Decision::nothing);
  }
}
