package app.haven.worksheet;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rules of a worksheet. Pure. It waits as long as it takes, and nobody is asked where they
/// are.
sealed interface Worksheet {
  String KIND = "worksheet";
  int MOST = 10;
  int MOST_STANDING = 20;
  Duration WINDOW = Duration.ofDays(1);

  /// Of each: a limit for both together would leave the last word to whoever used it up.
  int MOST_VERSIONS = 25;

  Card card();

  /// What stays the same all through.
  record Card(UUID id, PersonId openedBy, Instant openedAt) {}

  /// The worksheet that stands, without its words.
  ///
  /// @param version of what the two wrote together, 0 where there is nothing
  record Standing(UUID worksheet, PersonId openedBy, Instant openedAt, State state, int version) {}

  /// What is known when somebody opens one.
  ///
  /// @param sameId what already goes by this id
  /// @param last when this person opened their last ones, at most ten, newest first
  /// @param standing how many that they opened are not closed
  record Before(Optional<Worksheet> sameId, List<Instant> last, int standing) {}

  static Open open(UUID id, PersonId by, Before before, Instant now) {
    before
        .sameId()
        .ifPresent(one -> {
          throw WorksheetRefusals.idTaken(one.standing());
        });
    if (before.standing() >= MOST_STANDING) throw WorksheetRefusals.manyStand();
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw WorksheetRefusals.enough(Duration.between(now, free));
    }
    return new Open(new Card(id, by, now));
  }

  /// Views are kept while it is open.
  default void mustBeOpen() {
    if (!(this instanceof Open)) throw WorksheetRefusals.openNoMore(standing());
  }

  /// Nobody writes over what they have not seen.
  ///
  /// @param wrote how many versions are this person's
  default WorksheetEvent.Written write(WorksheetCommand.Write wish, int wrote) {
    return switch (this) {
      case Open _ -> throw WorksheetRefusals.notYet(standing());
      case Closed _ -> throw WorksheetRefusals.closed(standing());
      case Revealed it -> {
        if (wish.version() != it.version) throw WorksheetRefusals.otherVersion(standing());
        if (wrote >= MOST_VERSIONS) throw WorksheetRefusals.writtenEnough(standing());
        yield new WorksheetEvent.Written(card().id(), it.version + 1, wish.words());
      }
    };
  }

  /// Until it is revealed only whoever opened it: the other could end by it what they would rather
  /// not look at. Empty where it was so already.
  default Optional<WorksheetEvent.Closed> close(PersonId by) {
    return switch (this) {
      case Closed _ -> Optional.empty();
      case Open _ when !by.equals(card().openedBy()) -> throw Refusal.notYours();
      case Open _, Revealed _ -> Optional.of(new WorksheetEvent.Closed(card().id()));
    };
  }

  default Standing standing() {
    var card = card();
    return switch (this) {
      case Open _ -> new Standing(card.id(), card.openedBy(), card.openedAt(), State.OPEN, 0);
      case Revealed it ->
          new Standing(card.id(), card.openedBy(), card.openedAt(), State.REVEALED, it.version);
      case Closed it ->
          new Standing(card.id(), card.openedBy(), card.openedAt(), State.CLOSED, it.version);
    };
  }

  record Open(Card card) implements Worksheet {}

  record Revealed(Card card, int version) implements Worksheet {}

  record Closed(Card card, int version) implements Worksheet {}
}
