package app.haven.bid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be said to a bid; saying nothing needs no word.
enum Answer {
  TOWARD,
  TIRED_BUT_GLAD,
  LATER,
  NOT_NOW;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Answer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
