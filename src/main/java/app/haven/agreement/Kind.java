package app.haven.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an agreement is about.
enum Kind {
  NEED,
  TIMEOUT_PLAN,
  SPACE_PLAN;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
