package app.haven.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a concern is.
enum State {
  OPEN,
  PARKED,
  CLOSED,
  WITHDRAWN;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
