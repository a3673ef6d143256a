package app.haven.feeling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the other can say with one tap.
enum Reply {
  /// Thank you for telling me.
  THANKS,
  /// I am with you.
  WITH_YOU,
  HUG,
  /// There is nothing I need from you now.
  NOTHING_NOW;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
