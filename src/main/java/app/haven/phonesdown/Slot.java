package app.haven.phonesdown;

import app.haven.kernel.PersonId;
import app.haven.phonesdown.PhonesDownEvent.Accepted;
import app.haven.phonesdown.PhonesDownEvent.Begun;
import app.haven.phonesdown.PhonesDownEvent.Ended;
import app.haven.phonesdown.PhonesDownEvent.Faded;
import app.haven.phonesdown.PhonesDownEvent.Proposed;
import app.haven.phonesdown.PhonesDownEvent.SaidNotNow;
import app.haven.phonesdown.PhonesDownEvent.Soon;
import app.haven.phonesdown.PhonesDownEvent.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a time with the phones away. Pure.
///
/// It takes two to begin it and one to end it. It begins and ends by itself, so that nobody has to
/// look at a phone for it.
sealed interface Slot {
  /// How long *now* can be answered. A proposal with a time can be answered until then.
  Duration FADES = Duration.ofHours(1);

  /// How long before the start both are told, and how far ahead the yes must be for it.
  Duration SOON = Duration.ofMinutes(5);

  Duration SOON_IF_AHEAD = Duration.ofMinutes(10);

  Card card();

  /// What stays the same all through.
  ///
  /// @param startAt null for one that begins with the yes
  record Card(
      UUID id,
      PersonId proposedBy,
      PersonId to,
      Instant proposedAt,
      @Nullable Instant startAt,
      int minutes) {
    /// When a proposal goes by.
    Instant fadesAt() {
      return startAt == null ? proposedAt.plus(FADES) : startAt;
    }

    Duration length() {
      return Duration.ofMinutes(minutes);
    }
  }

  /// The slot that stands.
  record Standing(
      UUID slot,
      PersonId proposedBy,
      Instant proposedAt,
      @Nullable Instant startAt,
      int minutes,
      State state,
      @Nullable Instant until,
      @Nullable Boolean notNow) {}

  static Waiting begun(Proposed wish, PersonId by, PersonId to, Instant now) {
    return new Waiting(new Card(wish.slot(), by, to, now, wish.startAt(), wish.minutes()));
  }

  /// What a command does to this slot; empty where it was so already.
  default Optional<PhonesDownEvent> decide(PhonesDownCommand command, PersonId by, Instant now) {
    boolean own = by.equals(card().proposedBy());
    return switch (command) {
      case PhonesDownCommand.Propose _ -> throw new IllegalArgumentException("proposed twice");
      case PhonesDownCommand.Accept _ -> {
        if (own) throw SlotRefusals.forPartner();
        yield accept(now);
      }
      case PhonesDownCommand.NotNow _ -> {
        if (own) throw SlotRefusals.forPartner();
        yield notNow();
      }
      case PhonesDownCommand.Withdraw _ -> {
        if (!own) throw SlotRefusals.forTheOneWhoProposed();
        yield withdraw();
      }
      case PhonesDownCommand.End _ -> end();
    };
  }

  private Optional<PhonesDownEvent> accept(Instant now) {
    return switch (this) {
      case Waiting _ -> {
        // Its timer is about to say so to both.
        if (!now.isBefore(card().fadesAt())) throw SlotRefusals.over(standing());
        var until = card().startAt() == null ? now.plus(card().length()) : null;
        yield Optional.of(new Accepted(card().id(), until));
      }
      case Agreed _, Running _ -> Optional.empty();
      case Over _ -> throw SlotRefusals.over(standing());
    };
  }

  private Optional<PhonesDownEvent> notNow() {
    return switch (this) {
      case Waiting _ -> Optional.of(new SaidNotNow(card().id()));
      case Agreed _, Running _ -> throw SlotRefusals.agreed(standing());
      case Over over -> {
        if (over.notNowAt != null) yield Optional.empty();
        throw SlotRefusals.over(standing());
      }
    };
  }

  private Optional<PhonesDownEvent> withdraw() {
    return switch (this) {
      case Waiting _ -> Optional.of(new Withdrawn(card().id()));
      case Agreed _, Running _ -> throw SlotRefusals.agreed(standing());
      case Over _ -> Optional.empty();
    };
  }

  private Optional<PhonesDownEvent> end() {
    return switch (this) {
      case Waiting _ -> throw SlotRefusals.notAgreed(standing());
      case Agreed _, Running _ -> Optional.of(new Ended(card().id()));
      case Over _ -> Optional.empty();
    };
  }

  /// @param at when the event happened
  default Slot after(PhonesDownEvent event, Instant at) {
    return switch (event) {
      case Proposed _, Soon _ -> this;
      case Accepted(var _, var until) ->
          until == null ? new Agreed(card(), at) : new Running(card(), at, until);
      case Begun(var _, var until) -> {
        if (this instanceof Agreed agreed) yield new Running(card(), agreed.agreedAt, until);
        throw new IllegalStateException("begun without two who agreed");
      }
      case SaidNotNow _ -> new Over(card(), at);
      case Withdrawn _, Ended _, Faded _ -> new Over(card(), null);
    };
  }

  /// What a timer of this kind becomes; empty where it has no use any more.
  default Optional<PhonesDownEvent> timeIsUp(String kind, Instant now) {
    return switch (this) {
      case Waiting _ -> only(SlotTimers.FADED, kind, new Faded(card().id()));
      case Agreed agreed ->
          kind.equals(SlotTimers.SOON)
              ? Optional.of(new Soon(card().id(), agreed.startAt()))
              : only(SlotTimers.BEGUN, kind, agreed.begin(now));
      case Running _ -> only(SlotTimers.ENDED, kind, new Ended(card().id()));
      case Over _ -> Optional.empty();
    };
  }

  private static Optional<PhonesDownEvent> only(String wanted, String kind, PhonesDownEvent event) {
    return kind.equals(wanted) ? Optional.of(event) : Optional.empty();
  }

  default Standing standing() {
    return switch (this) {
      case Waiting _ -> standing(State.PROPOSED, null, null);
      case Agreed _ -> standing(State.AGREED, null, null);
      case Running it -> standing(State.RUNNING, it.until, null);
      case Over it -> standing(State.OVER, null, it.notNowAt == null ? null : true);
    };
  }

  private Standing standing(State state, @Nullable Instant until, @Nullable Boolean notNow) {
    var card = card();
    return new Standing(
        card.id(),
        card.proposedBy(),
        card.proposedAt(),
        card.startAt(),
        card.minutes(),
        state,
        until,
        notNow);
  }

  /// Proposed, and not answered yet.
  record Waiting(Card card) implements Slot {}

  /// Both said yes, and its time is ahead.
  record Agreed(Card card, Instant agreedAt) implements Slot {
    Instant startAt() {
      var at = card.startAt();
      if (at == null) throw new IllegalStateException("one for now begins with the yes");
      return at;
    }

    /// It keeps its time, however late the server comes to it; where all of it has gone by, it is
    /// over.
    PhonesDownEvent begin(Instant now) {
      var until = startAt().plus(card.length());
      return until.isAfter(now) ? new Begun(card.id(), until) : new Ended(card.id());
    }

    boolean toldSoon() {
      return !agreedAt.plus(SOON_IF_AHEAD).isAfter(startAt());
    }
  }

  record Running(Card card, Instant agreedAt, Instant until) implements Slot {}

  /// @param notNowAt when the other said a kind no, if that is how it ended
  record Over(Card card, @Nullable Instant notNowAt) implements Slot {}
}
