package app.haven.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How near a question comes.
enum Depth {
  LIGHT,
  CLOSE,
  DEEP;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Depth of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
