package app.haven.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One of the guiding questions of a topic; the questions themselves stand in the app.
enum Line {
  FIRST,
  SECOND,
  THIRD;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
