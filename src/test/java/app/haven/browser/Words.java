package app.haven.browser;

import app.haven.local.Places;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// The sentences of the web app in one language, from its own files: a better wording turns no test
/// red, a missing one does.
final class Words {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Pattern SPECIAL = Pattern.compile("[.*+?^${}()|\\[\\]\\\\/]");

  private final String locale;
  private final ObjectNode messages = new ObjectMapper().createObjectNode();

  private Words(String language, String locale) {
    this.locale = locale;
    var rooms = Places.root().resolve("src/main/webui/src/words").resolve(language);
    try (var files = Files.newDirectoryStream(rooms, "*.json")) {
      for (var file : files) {
        messages.setAll((ObjectNode) new ObjectMapper().readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words english() {
    return new Words("en", "en-GB");
  }

  static Words german() {
    return new Words("de", "de-DE");
  }

  String locale() {
    return locale;
  }

  /// The whole sentence of this key; a slot that is not filled stands for any words.
  ///
  /// @param slots name, value, name, value …
  Pattern say(String key, String... slots) {
    return Pattern.compile("^\\s*" + source(key, slots) + "\\s*$");
  }

  /// The same sentence anywhere in a text.
  Pattern within(String key, String... slots) {
    return Pattern.compile(source(key, slots));
  }

  private String source(String key, String... slots) {
    var message = messages.required(key).textValue();
    var source = new StringBuilder();
    var slot = SLOT.matcher(message);
    int done = 0;
    while (slot.find()) {
      source.append(literally(message.substring(done, slot.start())));
      source.append(filled(slot.group(1), slots));
      done = slot.end();
    }
    return source.append(literally(message.substring(done))).toString();
  }

  private static String filled(String slot, String... slots) {
    for (int i = 0; i + 1 < slots.length; i += 2)
      if (slots[i].equals(slot)) return literally(slots[i + 1]);
    return ".+";
  }

  // JavaScript's regular expressions know no \Q…\E.
  private static String literally(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
