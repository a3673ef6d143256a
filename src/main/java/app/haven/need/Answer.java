package app.haven.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the partner says to a request.
enum Answer {
  YES,
  NO,
  /// Something else instead, in words.
  OTHER;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Answer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
