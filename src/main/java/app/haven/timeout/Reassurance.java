package app.haven.timeout;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentence the partner reads first where the caller gave none.
final class Reassurance {
  private Reassurance() {}

  static String usual(Locale locale) {
    return ResourceBundle.getBundle(
            "app.haven.timeout.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString("reassurance");
  }
}
