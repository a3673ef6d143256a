package app.haven.gratitude;

import app.haven.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How far back a search has looked in both lists; opaque on the wire.
record SearchPlace(long ours, long mine) {
  static final SearchPlace NEWEST = new SearchPlace(Long.MAX_VALUE, Long.MAX_VALUE);
  private static final Pattern FORM = Pattern.compile("([0-9]{1,19})/([0-9]{1,19})");

  /// @throws Refusal `invalid`
  static SearchPlace of(@Nullable String text) {
    if (text == null) return NEWEST;
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      var numbers = FORM.matcher(decoded);
      if (numbers.matches()) {
        return new SearchPlace(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static Refusal unknown() {
    return Refusal.invalid("before", "Only what came as next is allowed here.");
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((ours + "/" + mine).getBytes(StandardCharsets.US_ASCII));
  }
}
