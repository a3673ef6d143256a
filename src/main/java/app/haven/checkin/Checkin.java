package app.haven.checkin;

import app.haven.checkin.CheckinEvent.Answered;
import app.haven.checkin.CheckinEvent.Told;
import app.haven.checkin.CheckinEvent.Withdrawn;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of the daily check-in. Pure.
///
/// There is no state for a day on which nothing was told, nor for one that was told and not
/// answered: leaving out a day, a question or an answer is no event.
sealed interface Checkin {
  int MOST = 6;
  Duration WINDOW = Duration.ofHours(24);

  Day day();

  /// What stays the same all through.
  record Day(UUID id, PersonId teller, Instant toldAt) {}

  /// The check-in that stands, without its words.
  record Standing(
      UUID checkin,
      PersonId teller,
      Instant toldAt,
      @Nullable Instant answeredAt,
      @Nullable Instant withdrawnAt) {}

  /// @param sameId what already goes by this id
  /// @param last when this person told their last ones, at most six, newest first
  static Told tell(
      CheckinCommand.Tell wish, Optional<Checkin> sameId, List<Instant> last, Instant now) {
    sameId.ifPresent(other -> {
      throw Refusal.conflict("This id already names a check-in.", other.standing());
    });
    if (last.size() >= MOST) {
      var free = last.get(MOST - 1).plus(WINDOW);
      if (free.isAfter(now)) {
        throw Refusal.rate(
            "Six in a day are enough for now. There is time.", Duration.between(now, free));
      }
    }
    return new Told(wish.checkin(), wish.feeling(), wish.need(), wish.words());
  }

  static Open begun(Told told, PersonId teller, Instant now) {
    return new Open(new Day(told.checkin(), teller, now));
  }

  /// What a command does to this check-in; empty where it was so already.
  default Optional<CheckinEvent> decide(CheckinCommand command, PersonId by) {
    boolean own = by.equals(day().teller());
    return switch (command) {
      case CheckinCommand.Tell _ -> throw new IllegalArgumentException("told twice");
      case CheckinCommand.Withdraw _ -> {
        if (!own) throw Refusal.notYours();
        yield this instanceof Gone ? Optional.empty() : Optional.of(new Withdrawn(day().id()));
      }
      case CheckinCommand.Answer said -> {
        if (own) throw Refusal.of(Code.NOT_YOURS, "This is for your partner to answer.");
        yield answer(said);
      }
    };
  }

  /// Another answer is fine: what was offered in the morning may not fit the evening.
  private Optional<CheckinEvent> answer(CheckinCommand.Answer said) {
    if (this instanceof Gone) {
      throw Refusal.conflict("This was taken back. It needs no answer.", standing());
    }
    if (said.offer() == null && said.words() == null) {
      throw Refusal.invalid("offer", "One of offer and words is needed.");
    }
    boolean same = this instanceof Heard heard && heard.offer == said.offer();
    if (same && said.words() == null) return Optional.empty();
    return Optional.of(new Answered(day().id(), said.offer(), said.words()));
  }

  /// @param at when the event happened
  default Checkin after(CheckinEvent event, Instant at) {
    return switch (event) {
      case Answered said -> new Heard(day(), said.offer(), at);
      case Withdrawn _ -> new Gone(day(), at);
      case Told _ -> this;
    };
  }

  /// What a refusal shows of it.
  default Standing standing() {
    return switch (this) {
      case Open it -> new Standing(it.day.id, it.day.teller, it.day.toldAt, null, null);
      case Heard it -> new Standing(it.day.id, it.day.teller, it.day.toldAt, it.at, null);
      case Gone it -> new Standing(it.day.id, it.day.teller, it.day.toldAt, null, it.at);
    };
  }

  record Open(Day day) implements Checkin {}

  record Heard(Day day, @Nullable Offer offer, Instant at) implements Checkin {}

  /// Taken back by its teller.
  record Gone(Day day, Instant at) implements Checkin {}
}
