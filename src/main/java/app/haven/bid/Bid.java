package app.haven.bid;

import app.haven.bid.BidEvent.Answered;
import app.haven.bid.BidEvent.Faded;
import app.haven.bid.BidEvent.Made;
import app.haven.bid.BidEvent.Withdrawn;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a bid. Pure.
///
/// A bid knows what was answered, and nothing about what was not: there is no state in which it was
/// seen, passed over or turned down, so none can be stored or shown.
sealed interface Bid {
  Duration FADES = Duration.ofHours(24);
  Duration REST = Duration.ofHours(24);
  Duration PLAN_WITHIN = Duration.ofDays(366);
  Duration LATER_WITHIN = Duration.ofDays(7);
  int MOST = 10;
  Duration WINDOW = Duration.ofHours(1);
  Set<BidKind> WANTING = Set.of(BidKind.VIEW, BidKind.TALK);

  Reach reach();

  /// What stays the same all through.
  ///
  /// @param at when, if it has a time
  record Reach(UUID id, PersonId sender, BidKind kind, Instant madeAt, @Nullable Instant at) {}

  /// The bid that stands, without its words.
  ///
  /// @param answerAt the time said with `later`
  record Standing(
      UUID bid,
      PersonId sender,
      Instant madeAt,
      BidKind kind,
      @Nullable Instant at,
      @Nullable Answer answer,
      @Nullable Instant answeredAt,
      @Nullable Instant answerAt,
      @Nullable Instant fadedAt,
      @Nullable Instant withdrawnAt) {}

  /// What is known when somebody reaches out.
  ///
  /// @param sameId what already goes by this id
  /// @param last when this person made their last ones, at most ten, newest first
  /// @param no when the other last said not now to this kind, if that answer stands
  record Before(Optional<Bid> sameId, List<Instant> last, Optional<Instant> no) {}

  static Made make(BidCommand.Make wish, Before before, Instant now) {
    if (before.sameId().isPresent()) throw BidRefusals.idTaken(before.sameId().get().standing());
    if (wish.kind() == BidKind.PLAN && wish.at() == null) throw BidRefusals.planNeedsTime();
    if (wish.wanted() != null && !WANTING.contains(wish.kind())) throw BidRefusals.nothingWanted();
    ahead(wish.at(), PLAN_WITHIN, now);
    // A no needs its rest: whoever asks once more at once asks for another answer.
    before
        .no()
        .filter(said -> said.plus(REST).isAfter(now))
        .ifPresent(_ -> {
          throw BidRefusals.resting();
        });
    if (before.last().size() >= MOST) {
      var free = before.last().get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) throw BidRefusals.enough(Duration.between(now, free));
    }
    return new Made(wish.bid(), wish.kind(), wish.words(), wish.at(), wish.wanted());
  }

  private static void ahead(@Nullable Instant at, Duration within, Instant now) {
    if (at != null && !at.isAfter(now)) throw BidRefusals.timeBehind();
    if (at != null && at.isAfter(now.plus(within))) throw BidRefusals.timeTooFar(within);
  }

  static Open begun(Made made, PersonId sender, Instant now) {
    return new Open(new Reach(made.bid(), sender, made.kind(), now, made.at()));
  }

  /// What a command does to this bid; empty where it was so already.
  default Optional<BidEvent> decide(BidCommand command, PersonId by, Instant now) {
    boolean own = by.equals(reach().sender());
    return switch (command) {
      case BidCommand.Make _ -> throw new IllegalArgumentException("made twice");
      case BidCommand.Withdraw _ -> {
        if (!own) throw Refusal.notYours();
        yield withdraw();
      }
      case BidCommand.Answer said -> {
        if (own) throw BidRefusals.forPartner();
        if (said.at() != null && said.answer() != Answer.LATER) throw BidRefusals.onlyLater();
        yield answer(said, now);
      }
    };
  }

  /// Also after an answer: nobody is held to what they asked for.
  private Optional<BidEvent> withdraw() {
    return this instanceof Gone ? Optional.empty() : Optional.of(new Withdrawn(reach().id()));
  }

  /// Late is fine, and so is another answer: a yes binds nobody.
  private Optional<BidEvent> answer(BidCommand.Answer said, Instant now) {
    if (this instanceof Gone) throw BidRefusals.gone(standing());
    if (this instanceof Heard heard && heard.same(said)) return Optional.empty();
    ahead(said.at(), LATER_WITHIN, now);
    return Optional.of(new Answered(reach().id(), said.answer(), said.words(), said.at()));
  }

  /// @param at when the event happened
  default Bid after(BidEvent event, Instant at) {
    return switch (event) {
      case Answered said -> new Heard(reach(), said.answer(), at, said.at());
      case Withdrawn _ -> new Gone(reach(), at);
      case Faded _ -> new Quiet(reach(), at);
      case Made _, BidEvent.Due _ -> this;
    };
  }

  /// After a day without a word a bid fades; whoever was heard or is gone does not.
  default Optional<BidEvent> dayIsOver() {
    return this instanceof Open ? Optional.of(new Faded(reach().id())) : Optional.empty();
  }

  /// What a refusal shows of it.
  default Standing standing() {
    return switch (this) {
      case Open it -> standing(it.reach, null, null, null, null, null);
      case Quiet it -> standing(it.reach, null, null, null, it.at, null);
      case Heard it -> standing(it.reach, it.answer, it.at, it.later, null, null);
      case Gone it -> standing(it.reach, null, null, null, null, it.at);
    };
  }

  private static Standing standing(
      Reach reach,
      @Nullable Answer answer,
      @Nullable Instant answeredAt,
      @Nullable Instant answerAt,
      @Nullable Instant fadedAt,
      @Nullable Instant withdrawnAt) {
    return new Standing(
        reach.id(),
        reach.sender(),
        reach.madeAt(),
        reach.kind(),
        reach.at(),
        answer,
        answeredAt,
        answerAt,
        fadedAt,
        withdrawnAt);
  }

  record Open(Reach reach) implements Bid {}

  /// Faded, and still there for whoever turns to it.
  record Quiet(Reach reach, Instant at) implements Bid {}

  /// @param later the time said with `later`
  record Heard(Reach reach, Answer answer, Instant at, @Nullable Instant later) implements Bid {
    /// One more tap on the same answer says nothing new.
    boolean same(BidCommand.Answer said) {
      return said.answer() == answer && said.words() == null && Objects.equals(said.at(), later);
    }
  }

  /// Taken back by its sender.
  record Gone(Reach reach, Instant at) implements Bid {}
}
