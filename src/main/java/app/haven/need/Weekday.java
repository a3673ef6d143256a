package app.haven.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Locale;

/// A day of the week, in the order of [DayOfWeek].
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

  static Weekday of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  boolean is(DayOfWeek day) {
    return ordinal() == day.ordinal();
  }
}
