package app.haven.checkin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody needs today: the five that come up most, or nothing.
enum Need {
  REASSURANCE,
  PRESENCE,
  AFFECTION,
  VALIDATION,
  TIME,
  NOTHING;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
