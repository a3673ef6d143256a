package app.haven.worksheet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a worksheet is.
enum State {
  OPEN,
  REVEALED,
  CLOSED;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
