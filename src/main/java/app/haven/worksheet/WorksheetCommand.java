package app.haven.worksheet;

import app.haven.kernel.Many;
import app.haven.kernel.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be done with a worksheet. What is kept, and *ready*, go with their author alone.
sealed interface WorksheetCommand {
  UUID worksheet();

  /// @param issue what it is about, for both to read
  record Open(UUID worksheet, @Words(280) String issue) implements WorksheetCommand {}

  /// One's own view as far as it has come. Once more it replaces all of it.
  ///
  /// @param couple for whom; what was written for one partner never reaches another
  record Keep(
      UUID worksheet,
      UUID couple,
      @Words @Nullable String view,
      @Many(5) @Nullable List<Layer> layers)
      implements WorksheetCommand {}

  record Discard(UUID worksheet) implements WorksheetCommand {}

  record Ready(UUID worksheet, UUID couple) implements WorksheetCommand {}

  /// Until it is revealed.
  record NotReady(UUID worksheet, UUID couple) implements WorksheetCommand {}

  /// What is best for the two of them.
  ///
  /// @param version the one its author read, 0 where nothing was written: nobody writes over what
  ///   they have not seen
  record Write(UUID worksheet, Integer version, @Words String words) implements WorksheetCommand {}

  record Close(UUID worksheet) implements WorksheetCommand {}

  /// Takes back all of one's own words in it.
  record Erase(UUID worksheet) implements WorksheetCommand {}
}
