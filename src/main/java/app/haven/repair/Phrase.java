package app.haven.repair;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The catalog of first sentences; each client says them in its reader's language.
enum Phrase {
  FAR_APART,
  OVERWHELMED,
  SORRY,
  START_OVER,
  CALMER,
  YOUR_POINT,
  MY_PART,
  SAME_SIDE,
  TELL_ME_MORE,
  STILL_LOVE,
  THANK_YOU;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
