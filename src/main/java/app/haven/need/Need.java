package app.haven.need;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Times;
import app.haven.need.NeedEvent.Answered;
import app.haven.need.NeedEvent.RemindAgreed;
import app.haven.need.NeedEvent.RemindProposed;
import app.haven.need.NeedEvent.RemindStopped;
import app.haven.need.NeedEvent.Shared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a need that was shared. Pure: the caller passes the clock in.
///
/// @param shared false once its owner took it back
/// @param versions how often it was shared
/// @param asks whether the version that stands carries a request
/// @param answers how often the partner answered this version
/// @param noAt when no was said last; a yes or another offer since then lifts it
/// @param stoppedAt when the partner last ended or declined a reminder
record Need(
    UUID id,
    PersonId author,
    boolean shared,
    int versions,
    boolean asks,
    int answers,
    @Nullable Answer answer,
    @Nullable Instant noAt,
    Reminder reminder,
    @Nullable Instant stoppedAt) {
  static final int MOST_ANSWERS = 5;
  static final int MOST_PROPOSALS = 3;
  static final Duration RESTS = Duration.ofDays(1);

  /// The need that stands, without its words.
  record Standing(UUID need, PersonId author) {}

  Standing standing() {
    return new Standing(id, author);
  }

  /// @param sameId what was shared by this id before
  /// @param last when this person shared their last ones, newest first
  static Shared share(
      NeedCommand.Share wish, PersonId by, Optional<Need> sameId, List<Instant> last, Instant now) {
    sameId.ifPresent(before -> before.mayBeSharedAgain(wish, by, now));
    Sharing.notTooMany(last, now);
    return new Shared(
        wish.need(), wish.statement(), wish.feeling(), wish.observation(), wish.request());
  }

  /// After a no the request rests, also where the need was taken back meanwhile.
  private void mayBeSharedAgain(NeedCommand.Share wish, PersonId by, Instant now) {
    if (!by.equals(author)) throw NeedRefusals.idTaken(standing());
    if (versions >= Sharing.MOST_VERSIONS) throw NeedRefusals.enoughVersions();
    if (wish.request() != null && rests(noAt, now)) throw NeedRefusals.requestRests();
  }

  private static boolean rests(@Nullable Instant since, Instant now) {
    return since != null && since.plus(RESTS).isAfter(now);
  }

  static Need begun(UUID id, PersonId author) {
    return new Need(id, author, false, 0, false, 0, null, null, new Reminder.None(), null);
  }

  /// What a command does to this need; empty where it was so already.
  ///
  /// @param proposed when its reminders were proposed, newest first
  Optional<NeedEvent> decide(
      NeedCommand.About command, PersonId by, List<Instant> proposed, Instant now) {
    boolean own = by.equals(author);
    return switch (command) {
      case NeedCommand.Answer said -> {
        if (own) throw NeedRefusals.forPartner();
        yield answer(said);
      }
      case NeedCommand.Remind wish -> {
        if (!own) throw NeedRefusals.forOwner();
        yield Optional.of(remind(wish, proposed, now));
      }
      case NeedCommand.RemindAgree agreed -> {
        if (own) throw NeedRefusals.forPartner();
        yield agree(agreed.reminder());
      }
      case NeedCommand.RemindStop _ ->
          reminder instanceof Reminder.None ? Optional.empty() : Optional.of(new RemindStopped(id));
    };
  }

  private void stands() {
    if (!shared) throw NeedRefusals.takenBack(standing());
  }

  /// Any answer may become another one: no yes holds anybody.
  private Optional<NeedEvent> answer(NeedCommand.Answer said) {
    stands();
    if (!asks) throw NeedRefusals.nothingAsked(standing());
    if (said.answer() == Answer.OTHER && said.words() == null) throw NeedRefusals.whatInstead();
    if (said.answer() == answer && said.words() == null) return Optional.empty();
    // A no is never one too many: nobody is held to the yes before it.
    boolean counted = said.answer() != Answer.NO;
    if (counted && answers >= MOST_ANSWERS) throw NeedRefusals.answeredEnough();
    return Optional.of(new Answered(id, said.answer(), said.words()));
  }

  private NeedEvent remind(NeedCommand.Remind wish, List<Instant> proposed, Instant now) {
    stands();
    if (wish.times().isEmpty()) throw NeedRefusals.needed("times");
    if (wish.weekdays().isEmpty()) throw NeedRefusals.needed("weekdays");
    if (rests(stoppedAt, now)) throw NeedRefusals.reminderRests();
    if (proposed.size() >= MOST_PROPOSALS) {
      var free = proposed.get(MOST_PROPOSALS - 1).plus(RESTS);
      if (free.isAfter(now)) throw NeedRefusals.proposedEnough(Duration.between(now, free));
    }
    return new RemindProposed(id, wish.reminder(), wish.words(), wish.times(), wish.weekdays());
  }

  private Optional<NeedEvent> agree(UUID wanted) {
    stands();
    return switch (reminder) {
      case Reminder.Proposed it when it.id().equals(wanted) ->
          Optional.of(new RemindAgreed(id, wanted));
      case Reminder.Agreed it when it.id().equals(wanted) -> Optional.empty();
      case Reminder.None _, Reminder.Proposed _, Reminder.Agreed _ ->
          throw NeedRefusals.otherReminder(standing());
    };
  }

  /// Whether there is something to take back.
  boolean unshare(PersonId by) {
    if (!by.equals(author)) throw Refusal.notYours();
    return shared;
  }

  Need after(NeedEvent event, PersonId by, Instant at) {
    return switch (event) {
      case Shared said ->
          new Need(
              id,
              author,
              true,
              versions + 1,
              said.request() != null,
              0,
              null,
              noAt,
              reminder,
              stoppedAt);
      case Answered said ->
          new Need(
              id,
              author,
              shared,
              versions,
              asks,
              Math.min(answers + 1, MOST_ANSWERS),
              said.answer(),
              said.answer() == Answer.NO ? at : null,
              reminder,
              stoppedAt);
      case RemindProposed said ->
          with(
              new Reminder.Proposed(said.reminder(), new Times(said.times(), said.weekdays())),
              stoppedAt);
      case RemindAgreed _ ->
          reminder instanceof Reminder.Proposed it
              ? with(new Reminder.Agreed(it.id(), it.times()), stoppedAt)
              : this;
      case RemindStopped _ -> with(new Reminder.None(), by.equals(author) ? stoppedAt : at);
      case NeedEvent.Kept _,
          NeedEvent.Changed _,
          NeedEvent.Reminded _,
          NeedEvent.RemindPaused _,
          NeedEvent.RemindResumed _ ->
          this;
    };
  }

  private Need with(Reminder is, @Nullable Instant stopped) {
    return new Need(id, author, shared, versions, asks, answers, answer, noAt, is, stopped);
  }

  /// A neutral trace: that there was one, and when.
  Need takenBack() {
    return new Need(
        id, author, false, versions, false, 0, null, noAt, new Reminder.None(), stoppedAt);
  }
}
