package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Locale;

/// A day of the week, in lower case on the wire.
public enum Weekday {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Weekday of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  public DayOfWeek day() {
    return DayOfWeek.valueOf(name());
  }
}
