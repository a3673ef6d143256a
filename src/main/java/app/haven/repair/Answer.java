package app.haven.repair;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be said to an attempt; saying nothing needs no word.
enum Answer {
  ACCEPTED,
  NEED_TIME,
  NOT_YET,
  NEED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Answer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
