package app.haven.faults;

import java.time.Instant;
import java.util.Map;

/// What came of one attempt to send a command.
sealed interface Answer {
  record Ok(Instant at, boolean repeated, Map<String, Position> positions) implements Answer {}

  record Refused(String code) implements Answer {}

  /// Repeat with the same id.
  ///
  /// @param why a problem code, or how the line ended
  record Unknown(String why) implements Answer {}
}
