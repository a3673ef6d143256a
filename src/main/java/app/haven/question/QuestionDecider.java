package app.haven.question;

import static java.util.Map.entry;

import app.haven.kernel.BlindThing;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.StreamId;
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
import java.util.stream.Collectors;

/// Joins the rules of a question with its rows and the blind exchange.
@ApplicationScoped
class QuestionDecider implements Decider<QuestionCommand> {
  static final Map<String, Shape<QuestionCommand>> COMMANDS =
      Map.ofEntries(
          entry("question.draw", new Shape<>(QuestionCommand.Draw.class, Scope.COUPLE)),
          entry("question.skip", new Shape<>(QuestionCommand.Skip.class, Scope.COUPLE)),
          entry("question.pass", new Shape<>(QuestionCommand.Pass.class, Scope.COUPLE)),
          entry("question.keep", new Shape<>(QuestionCommand.Keep.class, Scope.SELF)),
          entry("question.ready", new Shape<>(QuestionCommand.Ready.class, Scope.SELF)),
          entry("question.notReady", new Shape<>(QuestionCommand.NotReady.class, Scope.SELF)),
          entry("question.discard", new Shape<>(QuestionCommand.Discard.class, Scope.SELF)),
          entry("question.thank", new Shape<>(QuestionCommand.Thank.class, Scope.COUPLE)),
          entry("question.erase", new Shape<>(QuestionCommand.Erase.class, Scope.COUPLE)),
          entry("question.add", new Shape<>(QuestionCommand.Add.class, Scope.COUPLE)),
          entry("question.remove", new Shape<>(QuestionCommand.Remove.class, Scope.COUPLE)));

  private final Questions questions;
  private final Turns turns;
  private final Owns owns;
  private final QuestionAnswers answers;

  @Inject
  QuestionDecider(Questions questions, Turns turns, Owns owns, QuestionAnswers answers) {
    this.questions = questions;
    this.turns = turns;
    this.owns = owns;
    this.answers = answers;
  }

  @Override
  public Map<String, Shape<QuestionCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return BlindThing.timers(QuestionAnswers.KIND);
  }

  @Override
  public Decision decide(Who who, QuestionCommand command, Instant now) {
    return switch (command) {
      case QuestionCommand.Blind own -> answers.decide(who.person(), own, now);
      case QuestionCommand.Draw draw -> draw(pair(who), draw, now);
      case QuestionCommand.Skip skip -> skip(pair(who), skip, now);
      case QuestionCommand.Pass _ -> pass(pair(who), now);
      case QuestionCommand.Thank thank -> thank(pair(who), thank);
      case QuestionCommand.Erase erase -> erase(pair(who), erase);
      case QuestionCommand.Add add -> add(pair(who), add, now);
      case QuestionCommand.Remove remove -> remove(pair(who), remove, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("a question without a couple");
  }

  private Decision draw(Who.Paired who, QuestionCommand.Draw draw, Instant now) {
    var ours = who.couple().ours();
    var open = questions.open(ours).map(QuestionRow::state);
    Question.mayDraw(who.person(), before(who, draw.question()), open, turns.of(ours), now);
    var next = next(ours, draw.question(), draw.depth(), who.person(), now);
    return Decision.of(
        next.question.drawn().fact(),
        seqs -> questions.add(next.row(ours, who.person(), seqs.getFirst())));
  }

  private Question.Before before(Who.Paired who, UUID id) {
    var ours = who.couple().ours();
    return new Question.Before(
        questions.of(ours, id).isPresent(), questions.last(ours, who.person()));
  }

  /// @param lap how often the deck began anew
  private record Next(Question question, int lap) {
    QuestionRow row(StreamId ours, PersonId calledBy, long seq) {
      return new QuestionRow(ours, question, lap, calledBy, seq);
    }
  }

  private Next next(StreamId ours, UUID id, Depth depth, PersonId drawer, Instant now) {
    var came = questions.lap(ours, depth);
    var used = came.stream().map(QuestionRow::asks).collect(Collectors.toSet());
    var last = came.isEmpty() ? null : came.getFirst().asks();
    var drawn = Deck.next(Deck.with(owns.inDeck(ours, depth), depth), used, last, id);
    int lap = (came.isEmpty() ? 0 : came.getFirst().lap()) + (drawn.anew() ? 1 : 0);
    return new Next(Question.begun(id, depth, drawn.asks(), drawer, now), lap);
  }

  private Decision skip(Who.Paired who, QuestionCommand.Skip skip, Instant now) {
    var row = row(who, skip.question());
    var ours = row.stream();
    var id = skip.next();
    if (!row.state().skips(id == null ? null : before(who, id), now)) return Decision.nothing();
    var card = row.state().card();
    var next = id == null ? null : next(ours, id, card.depth(), card.drawer(), now);
    var both = List.of(who.person(), who.partner());
    var turn = row.state().turn(both, now);
    return Decision.of(
            row.state().skipped(next == null ? null : next.question, turn.whose()).fact(),
            seqs -> {
              row.putAway(now);
              if (next == null) turns.set(ours, turn);
              else questions.addInstead(next.row(ours, who.person(), seqs.getFirst()));
            })
        .setting(QuestionAnswers.thing(who.couple(), row.id()).clearing(both, now));
  }

  private QuestionRow row(Who.Paired who, UUID question) {
    return questions.of(who.couple().ours(), question).orElseThrow(Refusal::notFound);
  }

  private Decision pass(Who.Paired who, Instant now) {
    var ours = who.couple().ours();
    boolean theirs = turns.of(ours).map(turn -> turn.whose().equals(who.person())).orElse(false);
    if (!theirs) throw QuestionRefusals.noTurn();
    return Decision.of(
        new QuestionEvent.Passed(who.partner()).fact(),
        _ -> turns.set(ours, new Turn(who.partner(), now)));
  }

  private Decision thank(Who.Paired who, QuestionCommand.Thank thank) {
    var row = row(who, thank.question());
    var thanked = row.state().thank(thank, who.person());
    return Decision.of(thanked.fact(), seqs -> row.thank(who.person(), seqs.getFirst()));
  }

  private Decision erase(Who.Paired who, QuestionCommand.Erase erase) {
    var row = row(who, erase.question());
    if (!row.state().erases(who.person())) return Decision.nothing();
    return Decision.erasing(
        Target.OURS,
        new WordsErased(QuestionAnswers.KIND, row.id()),
        row.seqs(),
        _ -> row.erase(who.person()));
  }

  private Decision add(Who.Paired who, QuestionCommand.Add add, Instant now) {
    var ours = who.couple().ours();
    var by = who.person();
    var before =
        new Own.Before(
            owns.of(ours, add.own()).isPresent(), owns.standing(ours, by), owns.last(ours, by));
    var added = Own.add(add, before, now);
    var begun = new Own(add.own(), by, add.depth(), false);
    return Decision.of(
        added.fact(), seqs -> owns.add(new OwnRow(ours, begun, now, seqs.getFirst())));
  }

  private Decision remove(Who.Paired who, QuestionCommand.Remove remove, Instant now) {
    var row = owns.of(who.couple().ours(), remove.own()).orElseThrow(Refusal::notFound);
    if (!row.state().removes(who.person())) return Decision.nothing();
    return Decision.erasing(
        Target.OURS,
        new WordsErased("own_question", remove.own()),
        List.of(row.addedSeq()),
        _ -> row.remove(now));
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return answers.fire(timer, readers, now);
  }
}
