package app.haven.repair;

import app.haven.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/// A follow-up that stands, as both read it.
record FollowUpView(UUID thread, PersonId giver, int days, Instant askedAt) {
  static FollowUpView of(FollowUp asked) {
    return new FollowUpView(asked.thread(), asked.giver(), asked.days(), asked.askedAt());
  }
}
