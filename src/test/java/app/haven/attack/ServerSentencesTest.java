package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Refusal;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every sentence the server can say to a person: read from the compiled classes themselves, so
/// that no list of them has to be kept.
class ServerSentencesTest {
  /// A capital, then words: neither SQL nor a header nor a log line of ours looks like that.
  private static final Pattern SENTENCE =
      Pattern.compile("[A-Z][a-z']* [a-z0-9].*", Pattern.DOTALL);

  private static final List<String> ENGLISH =
      List.of(
          "failed",
          "broke",
          "broken",
          "ignored",
          "again",
          "always",
          "never",
          "should",
          "must",
          "streak",
          "missed",
          "lost",
          "needy",
          "avoidant",
          "score",
          "rank",
          "abandoned",
          "rejected",
          "late");

  private static final List<String> GERMAN =
      List.of(
          "gescheitert",
          "gebrochen",
          "ignoriert",
          "schon wieder",
          "immer",
          "nie",
          "niemals",
          "sollst",
          "solltest",
          "musst",
          "müssen",
          "serie",
          "verpasst",
          "verloren",
          "bedürftig",
          "vermeidend",
          "punkte",
          "rang",
          "verlassen",
          "abgelehnt",
          "zu spät");

  /// S12: nobody reads this and waits for help that does not come.
  private static final List<String> RESCUE =
      List.of(
          "alert",
          "alerts",
          "alerted",
          "alarm",
          "emergency",
          "police",
          "ambulance",
          "hotline",
          "notify",
          "notifies",
          "notified",
          "phone",
          "rescue",
          "call for help",
          "we call",
          "notruf",
          "notfall",
          "alarmiert",
          "benachrichtigt",
          "polizei");

  /// A word that says something else where it stands, and why.
  private static final Map<String, String> ALLOWED =
      Map.of(
          "Please try again soon.", "about the request, not about a person",
          "Please send this again with the same id.", "about the request",
          "Please send it again with the same id.", "about the request",
          "Something changed at this moment. Please try again.", "about the request",
          "This is a mistake of ours. Please try again.", "about the request",
          "gets the first answer again", "about the request",
          "It is too late for this", "to the one who acts, about a time that is over");

  @Test
  void theToneHolds() {
    for (var sentence : english()) {
      assertThat(found(sentence, ENGLISH)).as(sentence).isEmpty();
    }
    for (var sentence : texts("words_de.properties")) {
      assertThat(found(sentence, GERMAN)).as(sentence).isEmpty();
    }
  }

  @Test
  void nothingClaimsToCallAnybody() {
    var all = new ArrayList<>(english());
    all.addAll(texts("words_de.properties"));
    for (var sentence : all) assertThat(found(sentence, RESCUE)).as(sentence).isEmpty();
  }

  /// A pass of the others would mean nothing if they had not read this.
  @Test
  void everySentenceWasRead() {
    var all = english();
    assertThat(all)
        .hasSizeGreaterThan(60)
        .contains(
            "Only the person who began this can do that.",
            "You already have an open time-out. You can ask for more time there.",
            "Please look at the fields named here.",
            "All that is open or current, with the positions of both streams",
            "I need a short break. It isn't about you. I'm coming back.");
    assertThat(texts("words_de.properties"))
        .contains("Ich brauche eine kurze Pause. Es liegt nicht an dir. Ich komme zurück.");
    var text = String.join("\n", all);
    assertThat(ALLOWED.keySet()).as("no allowance that nothing needs").allMatch(text::contains);
    assertThat(found("Sam left again, and is late", ENGLISH)).containsExactly("again", "late");
  }

  private static List<String> found(String sentence, List<String> banned) {
    var rest = sentence;
    for (var allowed : ALLOWED.keySet()) rest = rest.replace(allowed, "");
    var text = rest;
    return banned.stream()
        .filter(
            word -> Pattern.compile("(?iu)(?<!\\p{L})" + word + "(?!\\p{L})").matcher(text).find())
        .toList();
  }

  private static List<String> english() {
    var all = new TreeSet<String>();
    Arrays.stream(Refusal.Code.values()).forEach(code -> all.add(code.title));
    all.addAll(texts("words.properties"));
    try (var files = Files.walk(Kinds.classes().resolve("app"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) read(file, all);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(all);
  }

  /// Constants of every kind: what is thrown, what is annotated, what is joined at run time.
  private static void read(Path file, TreeSet<String> all) throws IOException {
    for (var entry : ClassFile.of().parse(file).constantPool()) {
      if (entry instanceof Utf8Entry text && SENTENCE.matcher(text.stringValue()).matches()) {
        all.add(text.stringValue());
      }
    }
  }

  private static List<String> texts(String bundle) {
    try (var files = Files.walk(Kinds.classes())) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(f -> f.endsWith(bundle)).toList()) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        properties.values().forEach(text -> texts.add((String) text));
      }
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
