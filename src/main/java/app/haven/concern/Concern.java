package app.haven.concern;

import app.haven.concern.ConcernEvent.Raised;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rules of a concern. Pure.
///
/// One at a time is being heard; the others wait on the parking list, and only their authors open
/// them. An author could hold the one place for good and so forbid the other's concern: therefore a
/// concern rests after a week without a word, and whoever had the place leaves it to the other for
/// a day if the other has something waiting.
sealed interface Concern {
  int MOST = 5;
  Duration WINDOW = Duration.ofDays(1);
  int MOST_PARKED = 20;
  int MOST_HEARD = 5;
  Duration TIME_WITHIN = Duration.ofDays(7);
  Duration RESTS = Duration.ofDays(7);
  Duration TURN = Duration.ofDays(1);

  Card card();

  /// What stays the same all through.
  record Card(UUID id, PersonId author, Instant raisedAt) {}

  /// The concern that stands, without its words.
  ///
  /// @param needsTimeUntil until when the partner asked for time to answer well
  record Standing(
      UUID concern,
      PersonId author,
      Instant raisedAt,
      State state,
      @Nullable Instant needsTimeUntil,
      @Nullable How how) {}

  /// The one place, as the rules need to know it.
  ///
  /// @param open the one that is being heard
  /// @param last who had the place last and when it became free
  /// @param partnerWaits whether the other has one on the parking list
  record Place(Optional<Concern> open, Optional<Turn> last, boolean partnerWaits) {
    /// Until when the place is left to the other; empty if it is free for this person.
    Optional<Instant> leftToTheOther(PersonId person, Instant now) {
      return last.filter(turn -> partnerWaits && turn.author().equals(person))
          .map(turn -> turn.freedAt().plus(TURN))
          .filter(until -> until.isAfter(now));
    }
  }

  record Turn(PersonId author, Instant freedAt) {}

  /// What is known when somebody raises one.
  ///
  /// @param sameId what already goes by this id
  /// @param last when this person raised their last ones, at most five, newest first
  /// @param parked how many of theirs wait
  record Before(Optional<Concern> sameId, List<Instant> last, int parked) {}

  /// It is heard now if the place is free, and waits otherwise: never refused for that.
  static Raised raise(
      ConcernCommand.Raise wish, PersonId author, Before before, Place place, Instant now) {
    if (before.sameId().isPresent()) {
      throw ConcernRefusals.idTaken(before.sameId().get().standing());
    }
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw ConcernRefusals.enough(Duration.between(now, free));
    }
    boolean parked = place.open().isPresent() || place.leftToTheOther(author, now).isPresent();
    if (parked && before.parked() >= MOST_PARKED) throw ConcernRefusals.listFull();
    return new Raised(
        wish.concern(),
        wish.saw(),
        wish.felt(),
        wish.meaning(),
        wish.need(),
        wish.request(),
        parked);
  }

  static Concern begun(Raised raised, PersonId author, Instant now) {
    var card = new Card(raised.concern(), author, now);
    return raised.parked() ? new Parked(card) : new Open(card, 0, null);
  }

  /// What a command does to this concern; empty where it was so already.
  default Optional<ConcernEvent> decide(
      ConcernCommand command, PersonId by, Supplier<Place> place, Instant now) {
    boolean own = by.equals(card().author());
    return switch (command) {
      case ConcernCommand.Keep _, ConcernCommand.Discard _, ConcernCommand.Raise _ ->
          throw new IllegalArgumentException("not about one that stands");
      case ConcernCommand.Open _ -> {
        if (!own) throw Refusal.notYours();
        yield open(by, place.get(), now);
      }
      case ConcernCommand.Hear said -> {
        if (own) throw ConcernRefusals.forPartner();
        if (heard().said() >= MOST_HEARD) throw ConcernRefusals.heardEnough();
        yield Optional.of(new ConcernEvent.Heard(card().id(), said.words()));
      }
      case ConcernCommand.NeedTime asked -> {
        if (own) throw ConcernRefusals.forPartner();
        yield needTime(asked.until(), now);
      }
      case ConcernCommand.Close said -> {
        // The other could end by it what they would rather not hear.
        if (!own) throw ConcernRefusals.forAuthor();
        yield close(said.how());
      }
      case ConcernCommand.Withdraw _ -> {
        if (!own) throw Refusal.notYours();
        yield this instanceof Gone
            ? Optional.empty()
            : Optional.of(new ConcernEvent.Withdrawn(card().id()));
      }
    };
  }

  private Optional<ConcernEvent> open(PersonId by, Place place, Instant now) {
    return switch (this) {
      case Open _ -> Optional.empty();
      case Closed _, Gone _ -> throw ConcernRefusals.over(standing());
      case Parked _ -> {
        place
            .open()
            .ifPresent(other -> {
              throw ConcernRefusals.oneAtATime(other.standing());
            });
        if (place.leftToTheOther(by, now).isPresent()) throw ConcernRefusals.othersTurn();
        yield Optional.of(new ConcernEvent.Opened(card().id()));
      }
    };
  }

  /// The one that is being heard, or a refusal.
  private Open heard() {
    return switch (this) {
      case Open open -> open;
      case Parked _ -> throw ConcernRefusals.waits(standing());
      case Closed _, Gone _ -> throw ConcernRefusals.over(standing());
    };
  }

  private Optional<ConcernEvent> needTime(Instant until, Instant now) {
    if (until.equals(heard().needsTimeUntil())) return Optional.empty();
    if (!until.isAfter(now)) throw ConcernRefusals.timeBehind();
    if (until.isAfter(now.plus(TIME_WITHIN))) throw ConcernRefusals.timeTooFar();
    return Optional.of(new ConcernEvent.TimeNeeded(card().id(), until));
  }

  private Optional<ConcernEvent> close(How how) {
    if (this instanceof Closed) return Optional.empty();
    return Optional.of(new ConcernEvent.Closed(heard().card().id(), how));
  }

  default Concern after(ConcernEvent event) {
    return switch (event) {
      case ConcernEvent.Opened _ -> new Open(card(), said(), null);
      case ConcernEvent.Heard _ -> new Open(card(), said() + 1, null);
      case ConcernEvent.TimeNeeded asked -> new Open(card(), said(), asked.until());
      case ConcernEvent.Closed closed -> new Closed(card(), closed.how());
      case ConcernEvent.Withdrawn _ -> new Gone(card());
      case ConcernEvent.Rested _ -> new Parked(card(), said());
      case ConcernEvent.Kept _,
          ConcernEvent.Discarded _,
          ConcernEvent.Raised _,
          ConcernEvent.Due _ ->
          this;
    };
  }

  /// How often it was said back.
  int said();

  default Optional<ConcernEvent> weekIsOver() {
    return this instanceof Open
        ? Optional.of(new ConcernEvent.Rested(card().id()))
        : Optional.empty();
  }

  /// What a refusal shows of it.
  default Standing standing() {
    return switch (this) {
      case Open it -> standing(State.OPEN, it.needsTimeUntil, null);
      case Parked _ -> standing(State.PARKED, null, null);
      case Closed it -> standing(State.CLOSED, null, it.how);
      case Gone _ -> standing(State.WITHDRAWN, null, null);
    };
  }

  private Standing standing(State state, @Nullable Instant needsTimeUntil, @Nullable How how) {
    return new Standing(
        card().id(), card().author(), card().raisedAt(), state, needsTimeUntil, how);
  }

  record Open(Card card, int said, @Nullable Instant needsTimeUntil) implements Concern {}

  record Parked(Card card, int said) implements Concern {
    Parked(Card card) {
      this(card, 0);
    }
  }

  /// @param how null where leaving closed the whole space
  record Closed(Card card, @Nullable How how) implements Concern {
    @Override
    public int said() {
      return 0;
    }
  }

  /// Taken back by its author.
  record Gone(Card card) implements Concern {
    @Override
    public int said() {
      return 0;
    }
  }
}
