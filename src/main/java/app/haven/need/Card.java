package app.haven.need;

import java.util.Locale;

/// The two kinds of what a person may keep here.
enum Card {
  NEED,
  BOUNDARY;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
