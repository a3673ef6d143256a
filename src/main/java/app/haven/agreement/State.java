package app.haven.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where an agreement is.
enum State {
  PROPOSED,
  IN_FORCE,
  ENDED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
