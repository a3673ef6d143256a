package app.haven.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be said to an offer; saying nothing needs no word.
enum Answer {
  YES,
  NOT_NOW;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
