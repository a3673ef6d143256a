package app.haven.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an exchange is about. The vision is where the two would like to be in some years.
enum Topic {
  ROLES,
  CONTACT,
  ARGUMENTS,
  MONEY,
  TIME,
  FUTURE,
  VISION;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Topic of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
