package app.haven.bid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What would be welcome in return, so that nobody has to guess.
enum Wanted {
  ADVICE,
  LISTENING,
  HUG;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
