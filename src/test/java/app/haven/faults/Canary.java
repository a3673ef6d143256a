package app.haven.faults;

import java.util.List;
import java.util.regex.Pattern;

/// A word that stands in everything a stream is told, and says whose it is.
final class Canary {
  /// As it would be found wherever it has no business.
  static final String MARK = "canarybird";

  private static final Pattern ANY = Pattern.compile(MARK + "-([0-9a-f-]{36})");

  private Canary() {}

  static String of(String stream) {
    return MARK + "-" + stream;
  }

  /// The streams whose words a text carries.
  static List<String> streamsIn(String text) {
    return ANY.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
