package app.haven.feeling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How fine the list of feelings is shown. What a person never chose grows by itself, two weeks at
/// a time from their first check-in.
enum Level {
  THREE,
  BASIC,
  ALL;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Level of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
