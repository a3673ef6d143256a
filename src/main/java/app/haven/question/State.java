package app.haven.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a question is. One that was skipped or put away is not shown to anybody any more.
enum State {
  OPEN,
  REVEALED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
