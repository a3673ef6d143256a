package app.haven.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A day of the week.
enum Day {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
