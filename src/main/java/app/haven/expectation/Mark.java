package app.haven.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody sees when they put the two answers beside each other.
enum Mark {
  SAME,
  DIFFER,
  TALK;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mark of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
