package app.haven.question;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.question.QuestionEvent.Added;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rules of a question that one of the two wrote. Pure. It is in the deck of both, and its
/// author alone takes it out.
///
/// @param gone whether its author took it out
record Own(UUID id, PersonId author, Depth depth, boolean gone) {
  static final int MOST = 30;
  static final int MOST_AN_HOUR = 10;
  static final Duration WINDOW = Duration.ofHours(1);

  /// @param idTaken whether this id names one already
  /// @param standing how many of theirs are in the deck
  /// @param last when this person added their last ones, newest first
  record Before(boolean idTaken, int standing, List<Instant> last) {}

  static Added add(QuestionCommand.Add wish, Before before, Instant now) {
    if (before.idTaken()) throw QuestionRefusals.ownTaken();
    if (before.standing() >= MOST) throw QuestionRefusals.ownFull();
    if (before.last().size() >= MOST_AN_HOUR) {
      var free = before.last().get(MOST_AN_HOUR - 1).plus(WINDOW);
      if (free.isAfter(now)) throw QuestionRefusals.ownEnough(Duration.between(now, free));
    }
    return new Added(wish.own(), wish.depth(), wish.words());
  }

  /// False where it is gone already.
  boolean removes(PersonId by) {
    if (!by.equals(author)) throw Refusal.notYours();
    return !gone;
  }
}
