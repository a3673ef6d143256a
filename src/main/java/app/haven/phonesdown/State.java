package app.haven.phonesdown;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a slot is. One that is over does not say how it came to its end, besides a kind no.
enum State {
  PROPOSED,
  /// Both said yes, and its time is ahead.
  AGREED,
  RUNNING,
  OVER;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
