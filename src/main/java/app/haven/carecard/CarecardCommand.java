package app.haven.carecard;

import app.haven.kernel.Words;
import java.util.UUID;

/// What a person does with their own card. Nobody writes on the other's.
sealed interface CarecardCommand {
  record Keep(Section section, @Words String words) implements CarecardCommand {}

  record Clear(Section section) implements CarecardCommand {}

  /// Shows a section to the partner, in the words that were looked at before. What was shown of
  /// this section until then is erased.
  ///
  /// @param share the id of this showing
  record Share(UUID share, Section section, @Words String words) implements CarecardCommand {}

  /// Hides it at once.
  record Revoke(UUID share) implements CarecardCommand {}
}
