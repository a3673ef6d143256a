package app.haven.weekly;

import app.haven.kernel.Many;
import app.haven.kernel.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a week's check-in. What is kept, and *ready*, go with their author alone.
sealed interface WeeklyCommand {
  UUID weekly();

  /// The answers as far as they have come. Once more it replaces all of them.
  ///
  /// @param couple for whom; what was written for one partner never reaches another
  /// @param appreciations what somebody is glad about in the other
  /// @param needs how well what they agreed on is met
  /// @param offer what they can do for the other this week
  /// @param together one thing to do together
  record Keep(
      UUID weekly,
      UUID couple,
      @Words @Many(5) @Nullable List<String> appreciations,
      @Words @Nullable String wentWell,
      @Words @Many(20) @Nullable List<Met> needs,
      @Words @Nullable String hardThing,
      @Words @Nullable String offer,
      @Words @Nullable String together)
      implements WeeklyCommand {}

  record Discard(UUID weekly) implements WeeklyCommand {}

  record Ready(UUID weekly, UUID couple) implements WeeklyCommand {}

  /// Until it is revealed.
  record NotReady(UUID weekly, UUID couple) implements WeeklyCommand {}

  /// Leaves this week out.
  record Skip(UUID weekly) implements WeeklyCommand {}

  /// Takes the word.
  record Speak(UUID weekly) implements WeeklyCommand {}

  /// Gives it to the other.
  record Pass(UUID weekly) implements WeeklyCommand {}

  /// @param version the one its author read, 0 for a new one: nobody writes over what they have not
  ///   seen
  record Note(UUID weekly, UUID note, Integer version, @Words String words)
      implements WeeklyCommand {}

  /// The same of something the two decide.
  record Decide(UUID weekly, UUID decision, Integer version, @Words String words)
      implements WeeklyCommand {}

  record Close(UUID weekly) implements WeeklyCommand {}

  /// Takes back all of one's own words in it.
  record Erase(UUID weekly) implements WeeklyCommand {}
}
