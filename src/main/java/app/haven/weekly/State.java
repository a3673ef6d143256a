package app.haven.weekly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a weekly check-in is.
enum State {
  OPEN,
  REVEALED,
  CLOSED,
  SKIPPED,
  PASSED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
