package app.haven.question;

import app.haven.kernel.Blind;
import app.haven.kernel.BlindThing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Decision;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The blind exchange about a question: each keeps an answer alone, and both open at once.
@ApplicationScoped
class QuestionAnswers {
  static final String KIND = "question";

  private final Questions questions;
  private final Turns turns;
  private final Blind blind;

  @Inject
  QuestionAnswers(Questions questions, Turns turns, Blind blind) {
    this.questions = questions;
    this.turns = turns;
    this.blind = blind;
  }

  static BlindThing thing(CoupleId couple, UUID question) {
    return new BlindThing(couple, KIND, question);
  }

  Decision decide(PersonId author, QuestionCommand.Blind command, Instant now) {
    var id = command.question();
    return switch (command) {
      case QuestionCommand.Keep keep ->
          blind.keep(
              author,
              open(author, keep.couple(), id),
              new QuestionEvent.Kept(id, keep.couple(), keep.words()).fact());
      case QuestionCommand.Ready ready ->
          blind.ready(
              author,
              open(author, ready.couple(), id),
              new QuestionEvent.ReadyChanged(id, true).fact(),
              now);
      case QuestionCommand.NotReady notReady ->
          blind.notReady(
              author,
              open(author, notReady.couple(), id),
              new QuestionEvent.ReadyChanged(id, false).fact());
      case QuestionCommand.Discard _ ->
          blind.discard(author, KIND, id, new QuestionEvent.Discarded(id).fact());
    };
  }

  /// The question that is open in the author's own space.
  private BlindThing open(PersonId author, UUID couple, UUID question) {
    var thing = blind.of(author, couple, KIND, question);
    questions
        .of(thing.couple().ours(), question)
        .orElseThrow(Refusal::notFound)
        .state()
        .mustBeOpen();
    return thing;
  }

  Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    if (timer.kind().equals(BlindThing.cleared(KIND))) {
      return blind.clear(timer, KIND, new QuestionEvent.Cleared(timer.thing()).fact());
    }
    return questions
        .of(timer.stream(), timer.thing())
        .filter(row -> row.state() instanceof Question.Open)
        .map(
            row -> blind.fire(timer, KIND, readers, now, both -> revealed(row, both, readers, now)))
        .orElseGet(Decision::nothing);
  }

  private Decision revealed(
      QuestionRow row, List<Blind.Answer> both, List<PersonId> readers, Instant now) {
    var answers =
        both.stream()
            .map(one -> new QuestionEvent.Answer(one.author(), one.words("words")))
            .toList();
    var turn = row.state().turn(readers, now);
    return Decision.of(
        new QuestionEvent.Revealed(row.id(), answers, turn.whose()).fact(),
        seqs -> {
          row.reveal(now, seqs.getFirst());
          turns.set(row.stream(), turn);
        });
  }
}
