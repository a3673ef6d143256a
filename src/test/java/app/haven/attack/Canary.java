package app.haven.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Words that occur nowhere else, and every form in which they could lie around: as they are, in
/// hexadecimal, and in base64 at any of the three places at which they may begin.
final class Canary {
  private Canary() {}

  static String word() {
    return "canary" + UUID.randomUUID().toString().replace("-", "");
  }

  static List<String> forms(String word) {
    var forms = new ArrayList<String>();
    forms.add(word);
    forms.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
    for (int before = 0; before < 3; before++) {
      var encoded = Base64.getEncoder().encodeToString(("x".repeat(before) + word).getBytes(UTF_8));
      // The first and the last group depend on what stands beside the word.
      forms.add(encoded.substring(before == 0 ? 0 : 4, encoded.length() - 4));
    }
    return forms;
  }

  /// The first canary that stands in the text in any form; empty where none does.
  static List<String> in(String text, Iterable<String> words) {
    var found = new ArrayList<String>();
    for (var word : words) {
      if (forms(word).stream().anyMatch(text::contains)) found.add(word);
    }
    return found;
  }
}
