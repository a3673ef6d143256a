package app.haven.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a concern came to its end. What grows out of one names it in its own `from`.
enum How {
  ENOUGH,
  AGREEMENT;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static How of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
