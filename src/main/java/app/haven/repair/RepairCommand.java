package app.haven.repair;

import app.haven.kernel.Link;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two can say to make it right.
sealed interface RepairCommand {

  /// About one attempt.
  sealed interface OfAttempt extends RepairCommand {
    UUID repair();
  }

  /// About what may be asked again, of a whole thread.
  sealed interface OfThread extends RepairCommand {
    UUID thread();
  }

  /// Exactly one of a phrase, own words, or the three parts.
  ///
  /// @param thread the first attempt of the thread this one joins; without it, a new thread
  /// @param asks true: "what do you need from me?"
  /// @param about what it grew out of
  record Offer(
      UUID repair,
      @Nullable UUID thread,
      @Nullable Phrase phrase,
      @Words @Nullable String words,
      @Words @Nullable String acknowledgement,
      @Words @Nullable String empathy,
      @Words @Nullable String restitution,
      @Nullable Boolean asks,
      @Nullable Link about)
      implements OfAttempt {}

  /// @param until with `need_time`, and only there
  /// @param words with `not_yet` what would help, with `need` what is needed
  record Answer(
      UUID repair,
      app.haven.repair.Answer answer,
      @Nullable Instant until,
      @Words @Nullable String words)
      implements OfAttempt {}

  record Withdraw(UUID repair) implements OfAttempt {}

  /// "Check in with me about this again", every so many days.
  record AskFollowUp(UUID thread, Integer days) implements OfThread {}

  record EndFollowUp(UUID thread) implements OfThread {}

  /// Hearing nothing of repairs for as long as one likes; nobody else can tell.
  record Mute(Boolean muted) implements RepairCommand {}

  /// Whether this person would like a timeline together; it is there when both would.
  ///
  /// @param couple with whom; a yes to one partner is none to another
  record ShareTimeline(UUID couple, Boolean shared) implements RepairCommand {}
}
