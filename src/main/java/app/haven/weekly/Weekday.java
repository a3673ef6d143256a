package app.haven.weekly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Locale;

/// A day of the week, as `java.time` has them.
enum Weekday {
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

  DayOfWeek day() {
    return DayOfWeek.valueOf(name());
  }
}
