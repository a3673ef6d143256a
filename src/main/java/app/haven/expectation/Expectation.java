package app.haven.expectation;

import app.haven.expectation.ExpectationEvent.Marked;
import app.haven.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rules of an exchange. Pure. It waits as long as it takes: nobody is asked where they are,
/// and leaving lines out is fine.
sealed interface Expectation {
  String KIND = "expectation";
  int MOST = 10;
  Duration WINDOW = Duration.ofDays(1);

  Card card();

  /// What stays the same all through.
  record Card(UUID id, Topic topic, PersonId openedBy, Instant openedAt) {}

  /// The exchange that stands, without its words.
  record Standing(
      UUID expectation, Topic topic, PersonId openedBy, Instant openedAt, State state) {}

  /// What is known when somebody opens a topic.
  ///
  /// @param sameId what already goes by this id
  /// @param sameTopic the one of this topic that waits for its answers
  /// @param last when this person opened their last ones, at most ten, newest first
  record Before(
      Optional<Expectation> sameId, Optional<Expectation> sameTopic, List<Instant> last) {}

  static Open open(ExpectationCommand.Open wish, PersonId by, Before before, Instant now) {
    before
        .sameId()
        .ifPresent(one -> {
          throw ExpectationRefusals.idTaken(one.standing());
        });
    before
        .sameTopic()
        .ifPresent(one -> {
          throw ExpectationRefusals.topicOpen(one.standing());
        });
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw ExpectationRefusals.enough(Duration.between(now, free));
    }
    return new Open(new Card(wish.expectation(), wish.topic(), by, now));
  }

  /// Whether there is anything in it at all.
  static void mustSay(boolean something) {
    if (!something) throw ExpectationRefusals.nothingSaid();
  }

  /// Answers are kept while it is open.
  default void mustBeOpen() {
    if (this instanceof Revealed) throw ExpectationRefusals.revealed(standing());
  }

  /// @param before what this person had marked there
  default Optional<Marked> mark(ExpectationCommand.Mark wish, Optional<Mark> before) {
    mustBeRevealed();
    if (before.filter(wish.mark()::equals).isPresent()) return Optional.empty();
    return Optional.of(new Marked(card().id(), wish.line(), wish.mark()));
  }

  default void mustBeRevealed() {
    if (this instanceof Open) throw ExpectationRefusals.notYet(standing());
  }

  default Standing standing() {
    return new Standing(
        card().id(),
        card().topic(),
        card().openedBy(),
        card().openedAt(),
        this instanceof Open ? State.OPEN : State.REVEALED);
  }

  record Open(Card card) implements Expectation {}

  record Revealed(Card card, Instant at) implements Expectation {}
}
