package app.haven.concern;

import static java.util.Map.entry;

import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins the rules of a concern with its rows and timers.
@ApplicationScoped
class ConcernDecider implements Decider<ConcernCommand> {
  static final Map<String, Shape<ConcernCommand>> COMMANDS =
      Map.ofEntries(
          entry("concern.keep", new Shape<>(ConcernCommand.Keep.class, Scope.SELF)),
          entry("concern.discard", new Shape<>(ConcernCommand.Discard.class, Scope.SELF)),
          entry("concern.raise", new Shape<>(ConcernCommand.Raise.class, Scope.COUPLE)),
          entry("concern.open", new Shape<>(ConcernCommand.Open.class, Scope.COUPLE)),
          entry("concern.hear", new Shape<>(ConcernCommand.Hear.class, Scope.COUPLE)),
          entry("concern.needTime", new Shape<>(ConcernCommand.NeedTime.class, Scope.COUPLE)),
          entry("concern.close", new Shape<>(ConcernCommand.Close.class, Scope.COUPLE)),
          entry("concern.withdraw", new Shape<>(ConcernCommand.Withdraw.class, Scope.COUPLE)));

  private final Concerns concerns;
  private final ConcernDrafts drafts;

  @Inject
  ConcernDecider(Concerns concerns, ConcernDrafts drafts) {
    this.concerns = concerns;
    this.drafts = drafts;
  }

  @Override
  public Map<String, Shape<ConcernCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return ConcernTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, ConcernCommand command, Instant now) {
    return switch (command) {
      case ConcernCommand.Keep keep -> keep(who.person(), keep);
      case ConcernCommand.Discard discard -> discard(who.person(), discard);
      case ConcernCommand.Raise wish -> raise(pair(who), wish, now);
      default -> change(pair(who), command, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a concern without a couple");
  }

  private Decision keep(PersonId author, ConcernCommand.Keep keep) {
    var row = drafts.of(author, keep.concern());
    if (row.isEmpty() && drafts.count(author) >= ConcernDrafts.MOST) {
      throw ConcernRefusals.draftsFull();
    }
    var kept =
        new ConcernEvent.Kept(
            keep.concern(), keep.saw(), keep.felt(), keep.meaning(), keep.need(), keep.request());
    return Decision.of(
        kept.fact(),
        seqs ->
            row.ifPresentOrElse(
                stands -> stands.keptAgain(seqs.getFirst()),
                () -> drafts.add(new ConcernDraftRow(author, kept.concern(), seqs.getFirst()))));
  }

  private Decision discard(PersonId author, ConcernCommand.Discard discard) {
    var row = drafts.of(author, discard.concern()).orElseThrow(Refusal::notFound);
    return Decision.of(
        new ConcernEvent.Discarded(discard.concern()).fact(), _ -> drafts.remove(row));
  }

  private Decision raise(Who.Paired who, ConcernCommand.Raise wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Concern.Before(
            concerns.of(ours, wish.concern()).map(ConcernRow::state),
            concerns.last(ours, who.person()),
            concerns.parked(ours, who.person()));
    var raised = Concern.raise(wish, who.person(), before, place(who), now);
    var begun = Concern.begun(raised, who.person(), now);
    var decision =
        Decision.of(
            raised.fact(), seqs -> concerns.add(new ConcernRow(ours, begun, seqs.getFirst())));
    return raised.parked()
        ? decision
        : ConcernTimers.change(decision, ours, begun, who.partner(), now);
  }

  private Concern.Place place(Who.Paired who) {
    var ours = who.couple().ours();
    return new Concern.Place(
        concerns.open(ours).map(ConcernRow::state),
        concerns.turn(ours),
        concerns.parked(ours, who.partner()) > 0);
  }

  private Decision change(Who.Paired who, ConcernCommand command, Instant now) {
    var row = concerns.of(who.couple().ours(), command.concern()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, who.person(), () -> place(who), now)
        .map(event -> changed(row, event, List.of(who.person(), who.partner()), now))
        .orElseGet(Decision::nothing);
  }

  private static Decision changed(
      ConcernRow row, ConcernEvent event, List<PersonId> both, Instant now) {
    var after = row.state().after(event);
    var author = after.card().author();
    var hearing = author.equals(both.getFirst()) ? both.getLast() : both.getFirst();
    StreamId ours = row.stream();
    var decision = Decision.of(event.fact(), seqs -> row.remember(event, now, seqs.getFirst()));
    return ConcernTimers.change(decision, ours, after, hearing, now);
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(ConcernTimers.DUE)) {
      return Decision.of(new ConcernEvent.Due(timer.thing()).fact(), _ -> {});
    }
    return concerns
        .of(timer.stream(), timer.thing())
        .flatMap(row -> row.state().weekIsOver().map(event -> changed(row, event, readers, now)))
        .orElseGet(Decision::nothing);
  }
}
