package app.haven.promise;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.promise.PromiseEvent.Changed;
import app.haven.promise.PromiseEvent.Made;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a promise. Pure.
///
/// It ends by its maker's word alone: kept, or let go. When its time has passed without a word it
/// simply stands; there is no state, and no event, that says it was not kept.
sealed interface Promise {
  int MOST_OPEN = 12;
  int MOST = 12;
  Duration WINDOW = Duration.ofDays(1);
  int MOST_CHANGES = 12;
  Duration WITHIN = Duration.ofDays(366);

  /// Wherever on earth somebody is: the day named and the moment in it are no further apart.
  Duration SAME_DAY = Duration.ofHours(38);

  Card card();

  /// What stays the same all through.
  record Card(UUID id, PersonId maker, Instant madeAt) {}

  /// The promise that stands, without its words.
  record Standing(UUID promise, PersonId maker, Instant madeAt, State state, Instant due) {}

  /// What is known when somebody makes one.
  ///
  /// @param sameId what already goes by this id
  /// @param open how many of theirs are open
  /// @param last when this person made their last ones, at most twelve, newest first
  record Before(Optional<Promise> sameId, int open, List<Instant> last) {}

  static Made make(PromiseCommand.Make wish, Before before, Instant now) {
    if (before.sameId().isPresent()) {
      throw PromiseRefusals.idTaken(before.sameId().get().standing());
    }
    ahead(wish.due(), wish.on(), now);
    if (before.open() >= MOST_OPEN) throw PromiseRefusals.enoughOpen();
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw PromiseRefusals.enough(Duration.between(now, free));
    }
    return new Made(wish.promise(), wish.words(), wish.due(), wish.on(), wish.from());
  }

  private static void ahead(Instant due, @Nullable LocalDate on, Instant now) {
    if (!due.isAfter(now)) throw PromiseRefusals.timeBehind();
    if (due.isAfter(now.plus(WITHIN))) throw PromiseRefusals.timeTooFar();
    if (on == null) return;
    var noon = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
    if (Duration.between(noon, due).abs().compareTo(SAME_DAY) > 0) {
      throw PromiseRefusals.otherDay();
    }
  }

  static Open begun(Made made, PersonId maker, Instant now) {
    return new Open(new Card(made.promise(), maker, now), made.due(), 0);
  }

  /// What a command does to this promise; empty where it was so already.
  default Optional<PromiseEvent> decide(PromiseCommand command, PersonId by, Instant now) {
    boolean own = by.equals(card().maker());
    if (command instanceof PromiseCommand.Thank thanks) {
      if (own) throw PromiseRefusals.forPartner();
      return thank(thanks);
    }
    // A promise that the other could change or end would be an order.
    if (!own) throw Refusal.notYours();
    return switch (command) {
      case PromiseCommand.Make _, PromiseCommand.Thank _ ->
          throw new IllegalArgumentException("not said by its maker about one that stands");
      case PromiseCommand.Change wish -> change(wish, now);
      case PromiseCommand.Keep _ ->
          this instanceof Kept
              ? Optional.empty()
              : Optional.of(new PromiseEvent.Kept(open().card().id()));
      case PromiseCommand.LetGo said ->
          this instanceof Gone
              ? Optional.empty()
              : Optional.of(new PromiseEvent.LetGo(open().card().id(), said.words()));
    };
  }

  private Optional<PromiseEvent> change(PromiseCommand.Change wish, Instant now) {
    var open = open();
    ahead(wish.due(), wish.on(), now);
    if (open.changes >= MOST_CHANGES) throw PromiseRefusals.changedEnough();
    return Optional.of(
        new Changed(card().id(), wish.words(), wish.due(), wish.on(), now.isBefore(open.due)));
  }

  private Optional<PromiseEvent> thank(PromiseCommand.Thank thanks) {
    if (!(this instanceof Kept kept)) throw PromiseRefusals.thanksLater(standing());
    if (kept.thanked) return Optional.empty();
    return Optional.of(new PromiseEvent.Thanked(card().id(), thanks.words()));
  }

  /// The one that is open, or a refusal.
  private Open open() {
    if (this instanceof Open open) return open;
    throw PromiseRefusals.over(standing());
  }

  default Promise after(PromiseEvent event) {
    return switch (event) {
      case Changed changed -> new Open(card(), changed.due(), open().changes + 1);
      case PromiseEvent.Kept _ -> new Kept(card(), due(), false);
      case PromiseEvent.LetGo _ -> new Gone(card(), due());
      case PromiseEvent.Thanked _ -> new Kept(card(), due(), true);
      case Made _, PromiseEvent.Soon _, PromiseEvent.Due _ -> this;
    };
  }

  Instant due();

  /// What a refusal shows of it.
  default Standing standing() {
    var state =
        switch (this) {
          case Open _ -> State.OPEN;
          case Kept _ -> State.KEPT;
          case Gone _ -> State.LET_GO;
        };
    return new Standing(card().id(), card().maker(), card().madeAt(), state, due());
  }

  /// @param changes kept so that one promise does not grow without end; nobody reads it
  record Open(Card card, Instant due, int changes) implements Promise {}

  record Kept(Card card, Instant due, boolean thanked) implements Promise {}

  /// Let go, with a word.
  record Gone(Card card, Instant due) implements Promise {}
}
