package app.haven.promise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a promise is. None of these says that it was not kept.
enum State {
  OPEN,
  KEPT,
  LET_GO;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
