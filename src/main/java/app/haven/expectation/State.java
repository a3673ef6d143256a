package app.haven.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where an exchange is.
enum State {
  OPEN,
  REVEALED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
