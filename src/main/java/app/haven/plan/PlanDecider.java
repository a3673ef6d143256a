package app.haven.plan;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.EventLog;
import app.haven.kernel.Links;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Joins the rules of plans with their rows and timers.
@ApplicationScoped
class PlanDecider implements Decider<PlanCommand> {
  static final Map<String, Shape<PlanCommand>> COMMANDS =
      Map.of(
          "plan.make", new Shape<>(PlanCommand.Make.class, Scope.COUPLE),
          "plan.answer", new Shape<>(PlanCommand.Answer.class, Scope.COUPLE),
          "plan.lead", new Shape<>(PlanCommand.Lead.class, Scope.COUPLE),
          "plan.letGo", new Shape<>(PlanCommand.LetGo.class, Scope.COUPLE),
          "plan.hide", new Shape<>(PlanCommand.Hide.class, Scope.SELF),
          "plan.reveal", new Shape<>(PlanCommand.Reveal.class, Scope.COUPLE),
          "plan.discard", new Shape<>(PlanCommand.Discard.class, Scope.SELF));

  private final Plans plans;
  private final HiddenPlans hidden;
  private final Links links;
  private final Partners partners;
  private final EventLog log;

  @Inject
  PlanDecider(Plans plans, HiddenPlans hidden, Links links, Partners partners, EventLog log) {
    this.plans = plans;
    this.hidden = hidden;
    this.links = links;
    this.partners = partners;
    this.log = log;
  }

  @Override
  public Map<String, Shape<PlanCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return Set.of(Plan.MADE, Plan.PASSED_ON);
  }

  @Override
  public void preload(Collection<Asked<PlanCommand>> asked, Collection<Timer> timers) {
    var ids = new HashSet<UUID>();
    for (var one : asked) {
      if (!(one.command() instanceof PlanCommand.Change)) ids.add(one.command().plan());
    }
    for (var timer : timers) {
      if (timer.kind().equals(Plan.MADE)) ids.add(timer.thing());
    }
    hidden.hold(ids);
  }

  @Override
  public Decision decide(Who who, PlanCommand command, Instant now) {
    return switch (command) {
      case PlanCommand.Make make -> make(paired(who), make, now);
      case PlanCommand.Change change -> change(paired(who), change, now);
      case PlanCommand.Hide hide -> hide(who.person(), hide, now);
      case PlanCommand.Reveal reveal -> reveal(paired(who), reveal, now);
      case PlanCommand.Discard discard -> discard(who.person(), discard);
    };
  }

  private static Who.Paired paired(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a plan for nobody");
  }

  private Decision make(Who.Paired who, PlanCommand.Make wish, Instant now) {
    var ours = who.couple().ours();
    free(ours, who.person(), wish.plan());
    Plan.ahead(wish.at(), now);
    Plan.mayBeMade(before(ours, who.person(), hidden.all(who.person()), now), now);
    if (wish.from() != null) links.mustExist(ours, wish.from());
    var made =
        new PlanEvent.Made(
            wish.plan(), wish.words(), wish.at(), yes(wish.lead()), null, wish.from());
    return Decision.of(made.fact(), seqs -> add(ours, who.person(), made, now, seqs.getFirst()));
  }

  private Plan.Before before(
      StreamId ours, PersonId maker, List<HiddenPlanRow> waiting, Instant now) {
    var opening = waiting.stream().map(HiddenPlanRow::revealAt).filter(Objects::nonNull).toList();
    int standing = plans.standing(ours, maker, now) + waiting.size();
    return new Plan.Before(plans.last(ours, maker), opening, standing);
  }

  private void free(StreamId ours, PersonId author, UUID plan) {
    boolean taken = hidden.heldOf(author, plan).isPresent() || plans.of(ours, plan).isPresent();
    if (taken) throw PlanRefusals.idTaken();
  }

  /// What is not so is not said.
  private static @Nullable Boolean yes(@Nullable Boolean wish) {
    return Boolean.TRUE.equals(wish) ? true : null;
  }

  private void add(StreamId ours, PersonId maker, PlanEvent.Made made, Instant now, long seq) {
    var begun = Plan.begun(made.plan(), maker, made.lead(), now);
    plans.add(new PlanRow(ours, begun, made.at(), seq));
  }

  private Decision change(Who.Paired who, PlanCommand.Change command, Instant now) {
    var row = plans.of(who.couple().ours(), command.plan()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person())
        .map(event -> {
          var after = row.state().after(event, who.person(), now);
          return Decision.of(event.fact(), seqs -> row.remember(after, event, seqs.getFirst()));
        })
        .orElseGet(Decision::nothing);
  }

  private Decision hide(PersonId author, PlanCommand.Hide wish, Instant now) {
    var couple = new CoupleId(wish.couple());
    boolean theirs = partners.of(author).filter(pair -> pair.couple().equals(couple)).isPresent();
    if (!theirs) throw Refusal.notPaired();
    free(couple.ours(), author, wish.plan());
    var waiting = hidden.all(author);
    var before = before(couple.ours(), author, waiting, now);
    Surprise.mayBeHidden(wish, before, waiting.size(), now);
    var event =
        new PlanEvent.Hidden(
            wish.plan(), wish.couple(), wish.words(), wish.at(), yes(wish.lead()), wish.revealAt());
    var decision =
        Decision.of(
            event.fact(), seqs -> hidden.add(new HiddenPlanRow(author, event, seqs.getFirst())));
    var at = wish.revealAt();
    return at == null
        ? decision
        : decision.setting(List.of(Surprise.opens(couple.ours(), wish.plan(), at)));
  }

  /// By its author's own hand. The lock of `ours` keeps its timer away meanwhile.
  private Decision reveal(Who.Paired who, PlanCommand.Reveal reveal, Instant now) {
    var ours = who.couple().ours();
    var row =
        hidden
            .heldOf(who.person(), reveal.plan())
            .filter(one -> one.ours().equals(ours))
            .orElseThrow(Refusal::notFound);
    var others =
        hidden.all(who.person()).stream().filter(one -> !one.id().equals(row.id())).toList();
    Plan.mayBeMade(before(ours, who.person(), others, now), now);
    var words = kept(row);
    if (words == null) throw Refusal.notFound();
    if (plans.of(ours, reveal.plan()).isPresent()) throw PlanRefusals.idTaken();
    return opens(row, words, now).dropping(List.of(Surprise.opens(ours, reveal.plan(), now).key()));
  }

  /// Its timer stays and will find nothing: whoever fires it holds the timer's row and waits for
  /// this one, and would wait for ever if this waited for the timer.
  private Decision discard(PersonId author, PlanCommand.Discard discard) {
    var row = hidden.heldOf(author, discard.plan()).orElseThrow(Refusal::notFound);
    return Decision.of(new PlanEvent.Discarded(discard.plan()).fact(), _ -> hidden.remove(row));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(Plan.PASSED_ON)) {
      return Decision.of(new PlanEvent.PassedOn(timer.thing()).fact(), _ -> {});
    }
    var row = hidden.heldFor(timer.stream(), timer.thing(), now);
    var words = row.map(this::kept).orElse(null);
    if (row.isEmpty() || words == null || plans.of(timer.stream(), timer.thing()).isPresent()) {
      return Decision.nothing();
    }
    return opens(row.get(), words, now).inTheNameOf(row.get().author());
  }

  /// What its author wrote; null where their key was destroyed.
  private @Nullable JsonNode kept(HiddenPlanRow row) {
    var event = log.at(row.author().mine(), List.of(row.hiddenSeq())).get(row.hiddenSeq());
    return event == null || event.data().path("words").textValue() == null ? null : event.data();
  }

  private Decision opens(HiddenPlanRow row, JsonNode kept, Instant now) {
    var author = row.author();
    var at = kept.path("at").textValue();
    var made =
        new PlanEvent.Made(
            row.id(),
            kept.path("words").textValue(),
            at == null ? null : Instant.parse(at),
            kept.path("lead").booleanValue() ? true : null,
            true,
            null);
    return Decision.of(
            made.fact(),
            seqs -> {
              add(row.ours(), author, made, now, seqs.getFirst());
              hidden.remove(row);
            })
        .setting(List.of(Surprise.tells(author, row.id(), now)));
  }
}
