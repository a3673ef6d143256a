package app.haven.repair;

import app.haven.kernel.PersonId;
import app.haven.repair.RepairEvent.FollowUpAsked;
import app.haven.repair.RepairEvent.FollowUpEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That the receiver wants to be asked again about a hurt. Pure. The giver is reminded and cannot
/// end it: whoever was hurt says when it is over.
///
/// @param thread about what
/// @param days from one time to the next
record FollowUp(UUID thread, PersonId giver, int days, Instant askedAt) {
  static final int LONGEST = 90;

  static FollowUpAsked ask(RepairCommand.AskFollowUp wish, PersonId giver, PersonId by) {
    if (by.equals(giver)) throw RepairRefusals.forReceiver();
    if (wish.days() < 1 || wish.days() > LONGEST) throw RepairRefusals.days();
    return new FollowUpAsked(wish.thread(), giver, wish.days());
  }

  /// Empty where none stands.
  static Optional<FollowUpEnded> end(
      UUID thread, PersonId giver, PersonId by, Optional<FollowUp> standing) {
    if (by.equals(giver)) throw RepairRefusals.forReceiver();
    return standing.map(_ -> new FollowUpEnded(thread));
  }

  static FollowUp begun(FollowUpAsked asked, Instant at) {
    return new FollowUp(asked.thread(), asked.giver(), asked.days(), at);
  }

  Instant first() {
    return askedAt.plus(Duration.ofDays(days));
  }

  /// Once for each round: after an outage one reminder is enough.
  ///
  /// @param fired the moment that has come
  Instant next(Instant fired, Instant now) {
    var round = Duration.ofDays(days);
    var next = fired.plus(round);
    while (!next.isAfter(now)) next = next.plus(round);
    return next;
  }
}
