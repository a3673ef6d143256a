package app.haven.timeout;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.timeout.TimeoutEvent.Acknowledged;
import app.haven.timeout.TimeoutEvent.Called;
import app.haven.timeout.TimeoutEvent.CheckedIn;
import app.haven.timeout.TimeoutEvent.Extended;
import app.haven.timeout.TimeoutEvent.LetGo;
import app.haven.timeout.TimeoutEvent.Noted;
import app.haven.timeout.TimeoutEvent.Overdue;
import app.haven.timeout.TimeoutEvent.Returned;
import app.haven.timeout.TimeoutEvent.When;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The time-out rules. Pure: the caller passes the clock in and writes the events out.
///
/// Whatever the partner sends, it can neither refuse, shorten, end nor edit a time-out: each
/// command is first held against whose it is.
sealed interface Timeout {
  Duration SHORTEST = Duration.ofMinutes(5);
  Duration LONGEST = Duration.ofHours(24);
  Duration ON_TIME = Duration.ofMinutes(2);
  Duration SIGN_OF_LIFE = Duration.ofMinutes(5);
  Duration TALK_WITHIN = Duration.ofDays(7);
  int MOST_TALKS = 5;
  int MOST_NOTES = 3;

  UUID id();

  PersonId caller();

  /// @param at when the event happened
  Timeout after(TimeoutEvent event, Instant at);

  /// How a time-out came to its end.
  enum Ending {
    RETURNED,
    LET_GO,
    LAPSED,
    CLOSED;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The time-out that stands, without its words.
  record Standing(
      UUID timeout,
      PersonId caller,
      Instant calledAt,
      Instant returnAt,
      @Nullable Ending ending,
      @Nullable Instant endedAt,
      @Nullable Instant talkAt) {}

  /// Never needs anybody's approval.
  ///
  /// @param sameId what already goes by this id
  /// @param own the caller's time-out that is still open
  static Called call(
      TimeoutCommand.Call wish,
      PersonId caller,
      String reassurance,
      Optional<Timeout> sameId,
      Optional<Timeout> own,
      Instant now) {
    var returnAt = wish.until(now);
    if (sameId.isPresent()) throw TimeoutRefusals.idTaken(sameId.get().standing());
    if (own.isPresent()) throw TimeoutRefusals.alreadyOpen(own.get().standing());
    if (returnAt.isBefore(now.plus(SHORTEST))) throw TimeoutRefusals.tooShort();
    if (returnAt.isAfter(now.plus(LONGEST))) throw TimeoutRefusals.tooLong();
    return new Called(
        wish.timeout(), returnAt, reassurance, wish.feeling(), wish.topic(), caller, now);
  }

  static Open begun(Called called) {
    return new Open(
        called.timeout(),
        called.caller(),
        called.calledAt(),
        called.returnAt(),
        false,
        null,
        false,
        0);
  }

  /// What a command does to this time-out; empty where it was so already.
  default Optional<TimeoutEvent> decide(TimeoutCommand command, PersonId by, Instant now) {
    whose(command, by);
    return switch (this) {
      case Open open -> open.said(command, now);
      case Ended ended -> ended.saidAfterwards(command);
    };
  }

  /// What a refusal shows of it.
  default Standing standing() {
    return switch (this) {
      case Open it -> new Standing(it.id, it.caller, it.calledAt, it.returnAt, null, null, null);
      case Ended it ->
          new Standing(it.id, it.caller, it.calledAt, it.returnAt, it.how, it.at, it.talkAt);
    };
  }

  private void whose(TimeoutCommand command, PersonId by) {
    boolean own = by.equals(caller());
    switch (command) {
      case TimeoutCommand.OfPartner _ -> {
        if (own) throw TimeoutRefusals.forPartner();
      }
      case TimeoutCommand.OfCaller _ -> {
        if (!own) throw Refusal.notYours();
      }
      case TimeoutCommand.Call _ -> throw new IllegalArgumentException("called twice");
    }
  }

  /// @param checkedInAt the last sign of life
  /// @param overdue whether both were told that this time passed with no word
  record Open(
      UUID id,
      PersonId caller,
      Instant calledAt,
      Instant returnAt,
      boolean acknowledged,
      @Nullable Instant checkedInAt,
      boolean overdue,
      int notes)
      implements Timeout {

    Optional<TimeoutEvent> said(TimeoutCommand command, Instant now) {
      return switch (command) {
        case TimeoutCommand.Acknowledge hear ->
            acknowledged ? Optional.empty() : Optional.of(new Acknowledged(id, hear.words()));
        case TimeoutCommand.CheckIn sign -> Optional.of(new CheckedIn(id, sign.words()));
        case TimeoutCommand.Extend more -> Optional.of(extend(more, now));
        case TimeoutCommand.Return back -> Optional.of(comeBack(back, now));
        case TimeoutCommand.LetGo done -> Optional.of(new LetGo(id, done.words()));
        case TimeoutCommand.Note note -> Optional.of(note(note));
        case TimeoutCommand.Call _ -> throw new IllegalArgumentException("called twice");
      };
    }

    /// Before the due time this keeps the promise with notice; after it, it makes a new one.
    private Extended extend(TimeoutCommand.Extend more, Instant now) {
      var until = more.until(now);
      if (!until.isAfter(now) || !until.isAfter(returnAt)) throw TimeoutRefusals.notLater();
      if (until.isAfter(calledAt.plus(LONGEST))) throw TimeoutRefusals.tooLongFromStart();
      return new Extended(id, until, more.words(), now.isBefore(returnAt));
    }

    private Returned comeBack(TimeoutCommand.Return back, Instant now) {
      var talkAt = back.talkAt();
      if (talkAt != null && !talkAt.isAfter(now)) throw TimeoutRefusals.talkBehind();
      if (talkAt != null && talkAt.isAfter(now.plus(TALK_WITHIN))) {
        throw TimeoutRefusals.talkTooFar();
      }
      return new Returned(id, talkAt, back.words(), now, when(now));
    }

    private When when(Instant now) {
      if (now.isBefore(returnAt.minus(ON_TIME))) return When.EARLY;
      return now.isAfter(returnAt.plus(ON_TIME)) ? When.LATE : When.ON_TIME;
    }

    private Noted note(TimeoutCommand.Note note) {
      if (notes >= MOST_NOTES) throw TimeoutRefusals.enoughNotes(standing());
      return new Noted(id, note.words());
    }

    /// A sign of life near the time is a word: then nobody is told that it passed.
    Optional<TimeoutEvent> silent() {
      boolean word = checkedInAt != null && !checkedInAt.isBefore(returnAt.minus(SIGN_OF_LIFE));
      return word || overdue ? Optional.empty() : Optional.of(new Overdue(id, returnAt));
    }

    @Override
    public Timeout after(TimeoutEvent event, Instant at) {
      return switch (event) {
        case Acknowledged _ ->
            new Open(id, caller, calledAt, returnAt, true, checkedInAt, overdue, notes);
        case CheckedIn _ ->
            new Open(id, caller, calledAt, returnAt, acknowledged, at, overdue, notes);
        case Extended more ->
            new Open(
                id, caller, calledAt, more.returnAt(), acknowledged, checkedInAt, false, notes);
        case Noted _ ->
            new Open(id, caller, calledAt, returnAt, acknowledged, checkedInAt, overdue, notes + 1);
        case Overdue _ ->
            new Open(id, caller, calledAt, returnAt, acknowledged, checkedInAt, true, notes);
        case Returned back -> ended(Ending.RETURNED, at, back.talkAt());
        case LetGo _ -> ended(Ending.LET_GO, at, null);
        case TimeoutEvent.Lapsed _ -> ended(Ending.LAPSED, at, null);
        case Called _ -> this;
        case TimeoutEvent.Reminder _ -> this;
      };
    }

    Ended ended(Ending how, Instant at, @Nullable Instant talkAt) {
      return new Ended(id, caller, calledAt, returnAt, how, at, talkAt);
    }
  }

  /// After the end nothing changes.
  ///
  /// @param talkAt what was promised with the return
  record Ended(
      UUID id,
      PersonId caller,
      Instant calledAt,
      Instant returnAt,
      Ending how,
      Instant at,
      @Nullable Instant talkAt)
      implements Timeout {

    /// Only the same return once more is no contradiction.
    Optional<TimeoutEvent> saidAfterwards(TimeoutCommand command) {
      if (how == Ending.LAPSED) throw TimeoutRefusals.lapsed();
      boolean again =
          how == Ending.RETURNED
              && command instanceof TimeoutCommand.Return back
              && Objects.equals(back.talkAt(), talkAt);
      if (!again) throw TimeoutRefusals.ended(standing());
      return Optional.empty();
    }

    @Override
    public Timeout after(TimeoutEvent event, Instant at) {
      return this;
    }
  }
}
