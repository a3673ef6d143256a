package app.haven.feeling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the body may say, from the head down. Which feelings it may go with is the web app's to
/// offer: the server concludes nothing from it.
enum Sensation {
  HEAD_PRESSURE,
  FOGGY_HEAD,
  HOT_FACE,
  WET_EYES,
  SMILE,
  TIGHT_JAW,
  LUMP_IN_THROAT,
  DRY_MOUTH,
  TENSE_SHOULDERS,
  TIGHT_CHEST,
  SHALLOW_BREATH,
  RACING_HEART,
  WARM_CHEST,
  WIDE_CHEST,
  KNOT_IN_BELLY,
  BUTTERFLIES,
  WARM_BELLY,
  SICK_BELLY,
  CLENCHED_HANDS,
  COLD_HANDS,
  SHAKY_HANDS,
  RESTLESS_LEGS,
  WEAK_LEGS,
  HEAVY_BODY,
  TIRED_BODY,
  LIGHT_BODY,
  FIDGETY,
  NUMB_BODY;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
