package app.haven.question;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.question.QuestionEvent.Drawn;
import app.haven.question.QuestionEvent.Skipped;
import app.haven.question.QuestionEvent.Thanked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a question. Pure.
///
/// One is open at a time. Either of the two lets it go at any moment, and then it is as if it had
/// not come: there is no state that says who did, and no list that holds it.
sealed interface Question {
  int MOST = 20;
  Duration WINDOW = Duration.ofHours(1);
  int MOST_THANKS = 3;

  Card card();

  /// What stays the same all through.
  ///
  /// @param drawer who had the turn; also of one that came instead of a skipped one
  record Card(UUID id, Depth depth, Asks asks, PersonId drawer, Instant drawnAt) {}

  /// The question that stands, without anybody's words.
  record Standing(
      UUID question,
      PersonId drawer,
      Instant drawnAt,
      Depth depth,
      @Nullable String deck,
      @Nullable UUID own,
      State state) {}

  /// What is known when somebody would like a new one.
  ///
  /// @param idTaken whether this id names one already
  /// @param last when this person let the last ones come, at most [#MOST], newest first
  record Before(boolean idTaken, List<Instant> last) {
    private void allow(Instant now) {
      if (idTaken) throw QuestionRefusals.idTaken();
      if (last.size() < MOST) return;
      var free = last.get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw QuestionRefusals.enough(Duration.between(now, free));
    }
  }

  /// Whether this person may draw now; what comes is for the [Deck] to say.
  static void mayDraw(
      PersonId by, Before before, Optional<Question> open, Optional<Turn> turn, Instant now) {
    if (before.idTaken()) throw QuestionRefusals.idTaken();
    open.ifPresent(other -> {
      throw QuestionRefusals.oneAtATime(other.standing());
    });
    if (!turn.map(one -> one.allows(by, now)).orElse(true)) throw QuestionRefusals.othersTurn();
    before.allow(now);
  }

  static Open begun(UUID id, Depth depth, Asks asks, PersonId drawer, Instant now) {
    return new Open(new Card(id, depth, asks, drawer, now));
  }

  default Drawn drawn() {
    var asks = card().asks();
    return new Drawn(card().id(), card().depth(), asks.deck(), asks.own());
  }

  /// Whether it may be let go, by either; empty where it was already.
  ///
  /// @param before null where none is to come instead
  default boolean skips(@Nullable Before before, Instant now) {
    return switch (this) {
      case Open _ -> {
        if (before != null) before.allow(now);
        yield true;
      }
      case Away _ -> {
        // With another one to come, it would be a second one beside the one that is open now.
        if (before != null) throw QuestionRefusals.over(null);
        yield false;
      }
      case Revealed _ -> throw QuestionRefusals.over(standing());
    };
  }

  /// @param turn who has the turn where none comes instead
  default Skipped skipped(@Nullable Question next, PersonId turn) {
    if (next == null) return new Skipped(card().id(), null, null, null, null, turn);
    var come = next.card();
    return new Skipped(
        card().id(), come.id(), come.depth(), come.asks().deck(), come.asks().own(), null);
  }

  /// The turn after this one.
  ///
  /// @param both the two who share it
  default Turn turn(List<PersonId> both, Instant now) {
    boolean firstDrew = card().drawer().equals(both.getFirst());
    return new Turn(firstDrew ? both.getLast() : both.getFirst(), now);
  }

  /// Answers are kept and told for one that is open only.
  default void mustBeOpen() {
    switch (this) {
      case Open _ -> {}
      case Revealed _ -> throw QuestionRefusals.over(standing());
      case Away _ -> throw QuestionRefusals.over(null);
    }
  }

  default Thanked thank(QuestionCommand.Thank said, PersonId by) {
    return switch (this) {
      case Open _ -> throw QuestionRefusals.notOpenedYet(standing());
      case Away _ -> throw Refusal.notFound();
      case Revealed it -> {
        if (it.said(by) >= MOST_THANKS) throw QuestionRefusals.saidEnough();
        yield new Thanked(card().id(), said.words());
      }
    };
  }

  /// Whether words of this person are there to be taken back; false where they are gone already.
  default boolean erases(PersonId by) {
    return switch (this) {
      case Open _ -> throw QuestionRefusals.notOpenedYet(standing());
      case Away _ -> throw Refusal.notFound();
      case Revealed it -> !it.erased().contains(by);
    };
  }

  /// What a refusal shows of it.
  default Standing standing() {
    var card = card();
    var state = this instanceof Revealed ? State.REVEALED : State.OPEN;
    return new Standing(
        card.id(),
        card.drawer(),
        card.drawnAt(),
        card.depth(),
        card.asks().deck(),
        card.asks().own(),
        state);
  }

  record Open(Card card) implements Question {}

  /// @param thanked who said something afterwards, once for each time
  /// @param erased who took back all they had said
  record Revealed(Card card, List<PersonId> thanked, List<PersonId> erased) implements Question {
    long said(PersonId person) {
      return thanked.stream().filter(person::equals).count();
    }
  }

  /// Skipped, put away, or left with its space.
  record Away(Card card) implements Question {}
}
