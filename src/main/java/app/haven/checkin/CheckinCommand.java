package app.haven.checkin;

import app.haven.kernel.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two can say about a day.
sealed interface CheckinCommand {
  UUID checkin();

  /// @param feeling how I am today
  /// @param need what I need from you; none given means that the question was left out
  record Tell(
      UUID checkin, @Words(80) String feeling, @Nullable Need need, @Words @Nullable String words)
      implements CheckinCommand {}

  /// One of the two, or both.
  record Answer(UUID checkin, @Nullable Offer offer, @Words @Nullable String words)
      implements CheckinCommand {}

  record Withdraw(UUID checkin) implements CheckinCommand {}
}
