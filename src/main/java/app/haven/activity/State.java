package app.haven.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where an activity is. One that is over does not say how it came to its end, besides a kind no.
enum State {
  OFFERED,
  RUNNING,
  OVER;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
