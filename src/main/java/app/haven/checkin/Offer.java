package app.haven.checkin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the other can offer: the five needs that come up most, as something to give.
enum Offer {
  REASSURANCE,
  PRESENCE,
  AFFECTION,
  VALIDATION,
  TIME;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Offer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
