package app.haven.worksheet;

import static java.util.Map.entry;

import app.haven.kernel.Blind;
import app.haven.kernel.BlindThing;
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
import java.util.Set;
import java.util.UUID;

/// Joins the rules of a worksheet with its rows and what each keeps blind.
@ApplicationScoped
class WorksheetDecider implements Decider<WorksheetCommand> {
  static final Map<String, Shape<WorksheetCommand>> COMMANDS =
      Map.ofEntries(
          entry("worksheet.open", new Shape<>(WorksheetCommand.Open.class, Scope.COUPLE)),
          entry("worksheet.keep", new Shape<>(WorksheetCommand.Keep.class, Scope.SELF)),
          entry("worksheet.discard", new Shape<>(WorksheetCommand.Discard.class, Scope.SELF)),
          entry("worksheet.ready", new Shape<>(WorksheetCommand.Ready.class, Scope.SELF)),
          entry("worksheet.notReady", new Shape<>(WorksheetCommand.NotReady.class, Scope.SELF)),
          entry("worksheet.write", new Shape<>(WorksheetCommand.Write.class, Scope.COUPLE)),
          entry("worksheet.close", new Shape<>(WorksheetCommand.Close.class, Scope.COUPLE)),
          entry("worksheet.erase", new Shape<>(WorksheetCommand.Erase.class, Scope.COUPLE)));

  private final Worksheets worksheets;
  private final Blind blind;

  @Inject
  WorksheetDecider(Worksheets worksheets, Blind blind) {
    this.worksheets = worksheets;
    this.blind = blind;
  }

  @Override
  public Map<String, Shape<WorksheetCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return BlindThing.timers(Worksheet.KIND);
  }

  @Override
  public Decision decide(Who who, WorksheetCommand command, Instant now) {
    return switch (command) {
      case WorksheetCommand.Open wish -> open(pair(who), wish, now);
      case WorksheetCommand.Keep keep -> keep(who.person(), keep);
      case WorksheetCommand.Discard(var id) ->
          blind.discard(who.person(), Worksheet.KIND, id, new WorksheetEvent.Discarded(id).fact());
      case WorksheetCommand.Ready(var id, var couple) -> ready(who.person(), id, couple, now);
      case WorksheetCommand.NotReady(var id, var couple) ->
          blind.notReady(
              who.person(),
              open(who.person(), couple, id),
              new WorksheetEvent.ReadyChanged(id, false).fact());
      case WorksheetCommand.Write wish -> write(pair(who), wish);
      case WorksheetCommand.Close close -> close(pair(who), close, now);
      case WorksheetCommand.Erase erase -> erase(pair(who), erase);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a worksheet without a couple");
  }

  private Decision open(Who.Paired who, WorksheetCommand.Open wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Worksheet.Before(
            worksheets.of(ours, wish.worksheet()).map(WorksheetRow::state),
            worksheets.last(ours, who.person()),
            worksheets.standing(ours, who.person()));
    var begun = Worksheet.open(wish.worksheet(), who.person(), before, now);
    return Decision.of(
        new WorksheetEvent.Opened(wish.worksheet(), wish.issue()).fact(),
        seqs -> worksheets.add(new WorksheetRow(ours, begun, seqs.getFirst())));
  }

  private Decision keep(PersonId author, WorksheetCommand.Keep keep) {
    var thing = open(author, keep.couple(), keep.worksheet());
    var kept = new WorksheetEvent.Kept(keep.worksheet(), keep.couple(), keep.view(), keep.layers());
    return blind.keep(author, thing, kept.fact());
  }

  /// The worksheet of this person's couple, as long as views are kept for it.
  private BlindThing open(PersonId author, UUID couple, UUID worksheet) {
    var thing = blind.of(author, couple, Worksheet.KIND, worksheet);
    worksheets
        .of(thing.couple().ours(), worksheet)
        .orElseThrow(Refusal::notFound)
        .state()
        .mustBeOpen();
    return thing;
  }

  private Decision ready(PersonId author, UUID worksheet, UUID couple, Instant now) {
    var thing = open(author, couple, worksheet);
    blind
        .own(author, Worksheet.KIND, worksheet)
        .ifPresent(own -> {
          var said = own.kept().data();
          if (!said.hasNonNull("view") && said.path("layers").isEmpty()) {
            throw WorksheetRefusals.nothingSaid();
          }
        });
    var said = new WorksheetEvent.ReadyChanged(worksheet, true);
    return blind.ready(author, thing, said.fact(), now);
  }

  private Decision write(Who.Paired who, WorksheetCommand.Write wish) {
    var row = shared(who, wish.worksheet());
    var written = row.state().write(wish, row.wrote(who.person()));
    return Decision.of(written.fact(), seqs -> row.write(who.person(), seqs.getFirst()));
  }

  private WorksheetRow shared(Who.Paired who, UUID worksheet) {
    return worksheets.of(who.couple().ours(), worksheet).orElseThrow(Refusal::notFound);
  }

  /// What either keeps for it is put away then, in the same way whether or not they keep anything.
  private Decision close(Who.Paired who, WorksheetCommand.Close close, Instant now) {
    var row = shared(who, close.worksheet());
    var thing = new BlindThing(who.couple(), Worksheet.KIND, close.worksheet());
    var clearing =
        row.state() instanceof Worksheet.Open
            ? thing.clearing(List.of(who.person(), who.partner()), now)
            : List.<Timer>of();
    return row.state()
        .close(who.person())
        .map(closed -> Decision.of(closed.fact(), _ -> row.close(now)).setting(clearing))
        .orElseGet(Decision::nothing);
  }

  private Decision erase(Who.Paired who, WorksheetCommand.Erase erase) {
    var row = shared(who, erase.worksheet());
    var words = row.wordsOf(who.person());
    if (words.isEmpty()) return Decision.nothing();
    var trace = new WordsErased(Worksheet.KIND, erase.worksheet());
    return Decision.erasing(
        Target.OURS, trace, words, seqs -> row.erase(who.person(), seqs.getFirst()));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var id = timer.thing();
    if (timer.kind().equals(BlindThing.cleared(Worksheet.KIND))) {
      return blind.clear(timer, Worksheet.KIND, new WorksheetEvent.Cleared(id).fact());
    }
    return worksheets
        .of(timer.stream(), id)
        .filter(row -> row.state() instanceof Worksheet.Open)
        .map(row -> blind.fire(timer, Worksheet.KIND, readers, now, both -> reveal(row, both, now)))
        .orElseGet(Decision::nothing);
  }

  private static Decision reveal(WorksheetRow row, List<Blind.Answer> both, Instant now) {
    var answers =
        both.stream()
            .map(one ->
                new WorksheetEvent.Answer(
                    one.author(), one.words("view"), Layer.in(one.kept().data())))
            .toList();
    var revealed = new WorksheetEvent.Revealed(row.state().card().id(), answers);
    return Decision.of(revealed.fact(), seqs -> row.reveal(now, seqs.getFirst()));
  }
}
