package app.haven.carecard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The parts of a card. Each is kept and shared for itself.
enum Section {
  /// When I am flooded I …
  FLOODED,
  /// It helps if you …
  HELPS,
  /// Please don't …
  PLEASE_DONT,
  /// Ways I feel loved.
  LOVED,
  /// How I need space.
  SPACE,
  /// How I like to be in touch.
  CONTACT,
  /// What I have strength for at present, and what I do not.
  CAPACITY;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Section of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
