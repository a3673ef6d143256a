package app.haven.activity;

import java.util.UUID;

/// What can be done with an activity.
sealed interface ActivityCommand {
  UUID activity();

  record Offer(UUID activity, Which which) implements ActivityCommand {}

  record Answer(UUID activity, app.haven.activity.Answer answer) implements ActivityCommand {}

  /// @param step the one that is done, counted from 1: said twice, it passes one step only
  record Pass(UUID activity, Integer step) implements ActivityCommand {}

  record End(UUID activity) implements ActivityCommand {}
}
