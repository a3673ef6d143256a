package app.haven.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be said to a plan; saying nothing needs no word.
enum Answer {
  GLADLY,
  /// It is good that you thought of it: neither a yes nor a no.
  KIND_THOUGHT,
  ANOTHER_TIME,
  NOT_FOR_ME;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Answer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
