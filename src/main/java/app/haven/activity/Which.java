package app.haven.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be done together; each client says it in its reader's language.
enum Which {
  GOOD_MOMENTS,
  ONLY_LISTEN,
  SHARED_DAY,
  BREATHE_IN_STEP,
  SMALL_PLAN,
  THREE_PHOTOS,
  ONE_SONG,
  THREE_THANKS,
  SLOW_WALK,
  DRAW_MY_WORDS,
  ROOM_FOR_US,
  LIGHTEN_THE_WEEK,
  THREE_PLACES,
  WARM_CUP,
  FROM_LATER,
  SIDE_BY_SIDE;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Which of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
