package app.haven.need;

import app.haven.kernel.Many;
import app.haven.kernel.Weekday;
import app.haven.kernel.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a need.
sealed interface NeedCommand {
  UUID need();

  /// For oneself alone.
  sealed interface Own extends NeedCommand {}

  /// About one that was shared.
  sealed interface About extends NeedCommand {}

  /// @param feeling the one behind it
  /// @param observation what happened, as a camera would show it
  /// @param request one concrete thing that may be declined
  record Keep(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements Own {}

  /// The whole of it as it reads from now on. What was shared stays as it was shown.
  record Change(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements Own {}

  record Drop(UUID need) implements Own {}

  /// Hearing nothing of a reminder for a while.
  ///
  /// @param until left out: until the person says
  record RemindPause(UUID need, @Nullable Instant until) implements Own {}

  record RemindResume(UUID need) implements Own {}

  /// The words as the preview showed them: nothing is taken from what is kept. Once more with the
  /// same id is a new version.
  record Share(
      UUID need,
      @Words(280) String statement,
      @Words(280) String feeling,
      @Words @Nullable String observation,
      @Words(280) @Nullable String request)
      implements NeedCommand {}

  /// Takes back what was shared, in all versions.
  record Unshare(UUID need) implements NeedCommand {}

  /// @param words what instead; needed with `other`
  record Answer(UUID need, app.haven.need.Answer answer, @Words @Nullable String words)
      implements About {}

  /// The owner asks whether the partner would like to be reminded.
  ///
  /// @param reminder an id of its own, so that nobody agrees to what they have not read
  record Remind(
      UUID need,
      UUID reminder,
      @Words(280) String words,
      @Many(14) List<LocalTime> times,
      @Many(7) List<Weekday> weekdays)
      implements About {}

  record RemindAgree(UUID need, UUID reminder) implements About {}

  /// Either ends it alone.
  record RemindStop(UUID need) implements About {}
}
