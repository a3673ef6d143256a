package app.haven.gratitude;

import app.haven.kernel.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be said about an entry. With the couple it is about the shared list, without about the
/// person's own.
sealed interface GratitudeCommand {
  UUID gratitude();

  /// About an entry that stands.
  sealed interface Change extends GratitudeCommand {}

  /// @param meaning what it meant to its author
  /// @param on the day it was
  /// @param justMine for the own list; then there is no couple on the command
  record Add(
      UUID gratitude,
      @Words String what,
      @Words @Nullable String meaning,
      @Nullable LocalDate on,
      @JsonProperty("private") @Nullable Boolean justMine)
      implements GratitudeCommand {}

  record Thank(UUID gratitude, @Words @Nullable String words) implements Change {}

  /// The whole entry as it reads from now on; what is left out is no longer said.
  record Edit(
      UUID gratitude, @Words String what, @Words @Nullable String meaning, @Nullable LocalDate on)
      implements Change {}

  record Pin(UUID gratitude) implements Change {}

  record Unpin(UUID gratitude) implements Change {}

  /// Takes back one's own words: the author those of the entry, the other those of the thanks.
  record Erase(UUID gratitude) implements GratitudeCommand {}
}
