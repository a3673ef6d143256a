package app.haven.expectation;

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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Joins the rules of an exchange with its rows and what each keeps blind.
@ApplicationScoped
class ExpectationDecider implements Decider<ExpectationCommand> {
  static final Map<String, Shape<ExpectationCommand>> COMMANDS =
      Map.ofEntries(
          entry("expectation.open", new Shape<>(ExpectationCommand.Open.class, Scope.COUPLE)),
          entry("expectation.keep", new Shape<>(ExpectationCommand.Keep.class, Scope.SELF)),
          entry("expectation.discard", new Shape<>(ExpectationCommand.Discard.class, Scope.SELF)),
          entry("expectation.ready", new Shape<>(ExpectationCommand.Ready.class, Scope.SELF)),
          entry("expectation.notReady", new Shape<>(ExpectationCommand.NotReady.class, Scope.SELF)),
          entry("expectation.mark", new Shape<>(ExpectationCommand.Mark.class, Scope.COUPLE)),
          entry("expectation.erase", new Shape<>(ExpectationCommand.Erase.class, Scope.COUPLE)));

  private final Expectations expectations;
  private final Blind blind;

  @Inject
  ExpectationDecider(Expectations expectations, Blind blind) {
    this.expectations = expectations;
    this.blind = blind;
  }

  @Override
  public Map<String, Shape<ExpectationCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return BlindThing.timers(Expectation.KIND);
  }

  @Override
  public Decision decide(Who who, ExpectationCommand command, Instant now) {
    return switch (command) {
      case ExpectationCommand.Open wish -> open(pair(who), wish, now);
      case ExpectationCommand.Keep keep -> keep(who.person(), keep);
      case ExpectationCommand.Discard(var id) ->
          blind.discard(
              who.person(), Expectation.KIND, id, new ExpectationEvent.Discarded(id).fact());
      case ExpectationCommand.Ready(var id, var couple) -> ready(who.person(), id, couple, now);
      case ExpectationCommand.NotReady(var id, var couple) ->
          blind.notReady(
              who.person(),
              open(who.person(), couple, id),
              new ExpectationEvent.ReadyChanged(id, false).fact());
      case ExpectationCommand.Mark wish -> mark(pair(who), wish);
      case ExpectationCommand.Erase erase -> erase(pair(who), erase);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("an exchange without a couple");
  }

  private Decision open(Who.Paired who, ExpectationCommand.Open wish, Instant now) {
    var ours = who.couple().ours();
    var before =
        new Expectation.Before(
            expectations.of(ours, wish.expectation()).map(ExpectationRow::state),
            expectations.open(ours, wish.topic()).map(ExpectationRow::state),
            expectations.last(ours, who.person()));
    var begun = Expectation.open(wish, who.person(), before, now);
    return Decision.of(
        new ExpectationEvent.Opened(wish.expectation(), wish.topic()).fact(),
        seqs -> expectations.add(new ExpectationRow(ours, begun, seqs.getFirst())));
  }

  private Decision keep(PersonId author, ExpectationCommand.Keep keep) {
    var thing = open(author, keep.couple(), keep.expectation());
    var kept =
        new ExpectationEvent.Kept(
            keep.expectation(), keep.couple(), keep.first(), keep.second(), keep.third());
    return blind.keep(author, thing, kept.fact());
  }

  /// The exchange of this person's couple, as long as answers are kept for it.
  private BlindThing open(PersonId author, UUID couple, UUID expectation) {
    var thing = blind.of(author, couple, Expectation.KIND, expectation);
    expectations
        .of(thing.couple().ours(), expectation)
        .orElseThrow(Refusal::notFound)
        .state()
        .mustBeOpen();
    return thing;
  }

  private Decision ready(PersonId author, UUID expectation, UUID couple, Instant now) {
    var thing = open(author, couple, expectation);
    blind
        .own(author, Expectation.KIND, expectation)
        .ifPresent(own -> {
          var said = own.kept().data();
          Expectation.mustSay(
              said.hasNonNull("first") || said.hasNonNull("second") || said.hasNonNull("third"));
        });
    var said = new ExpectationEvent.ReadyChanged(expectation, true);
    return blind.ready(author, thing, said.fact(), now);
  }

  private Decision mark(Who.Paired who, ExpectationCommand.Mark wish) {
    var row = shared(who, wish.expectation());
    return row.state()
        .mark(wish, row.marked(who.person(), wish.line()))
        .map(marked -> Decision.of(marked.fact(), _ -> row.mark(who.person(), marked)))
        .orElseGet(Decision::nothing);
  }

  private ExpectationRow shared(Who.Paired who, UUID expectation) {
    return expectations.of(who.couple().ours(), expectation).orElseThrow(Refusal::notFound);
  }

  /// The log overwrites the author's share alone.
  private Decision erase(Who.Paired who, ExpectationCommand.Erase erase) {
    var row = shared(who, erase.expectation());
    row.state().mustBeRevealed();
    if (row.erased(who.person())) return Decision.nothing();
    var trace = new WordsErased(Expectation.KIND, erase.expectation());
    var seq = Objects.requireNonNull(row.revealedSeq());
    return Decision.erasing(Target.OURS, trace, List.of(seq), _ -> row.erase(who.person()));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    var id = timer.thing();
    if (timer.kind().equals(BlindThing.cleared(Expectation.KIND))) {
      return blind.clear(timer, Expectation.KIND, new ExpectationEvent.Cleared(id).fact());
    }
    return expectations
        .of(timer.stream(), id)
        .filter(row -> row.state() instanceof Expectation.Open)
        .map(row ->
            blind.fire(timer, Expectation.KIND, readers, now, both -> reveal(row, both, now)))
        .orElseGet(Decision::nothing);
  }

  private static Decision reveal(ExpectationRow row, List<Blind.Answer> both, Instant now) {
    var answers =
        both.stream()
            .map(one ->
                new ExpectationEvent.Answer(
                    one.author(), one.words("first"), one.words("second"), one.words("third")))
            .toList();
    var revealed = new ExpectationEvent.Revealed(row.state().card().id(), answers);
    return Decision.of(revealed.fact(), seqs -> row.reveal(now, seqs.getFirst()));
  }
}
