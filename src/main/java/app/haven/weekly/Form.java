package app.haven.weekly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How long it is meant to be: an hour, or twenty minutes.
enum Form {
  HOUR,
  SHORT;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
