package app.haven.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The repository's files, as the tests read them.
final class Repo {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern SETTING_ROW = Pattern.compile("(?m)^\\| `(HAVEN_[A-Z_]+)` \\|");
  private static final Pattern SETTING = Pattern.compile("\\bHAVEN_[A-Z_]+\\b");

  private Repo() {}

  static Path at(String path) {
    return Path.of("").toAbsolutePath().resolve(path).normalize();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String path) {
    return text(at(path));
  }

  static List<Path> filesUnder(String folder) {
    try (var files = Files.walk(at(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All documents of a YAML file.
  static List<JsonNode> yaml(Path file) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no YAML", e);
    }
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static Set<String> texts(JsonNode list) {
    return each(list).map(JsonNode::textValue).collect(Collectors.toCollection(TreeSet::new));
  }

  /// The table of docs/operating.md is where every setting is named.
  static Set<String> knownSettings() {
    return matches(SETTING_ROW, 1, text("docs/operating.md"));
  }

  static Set<String> settingsIn(String text) {
    return matches(SETTING, 0, text);
  }

  private static Set<String> matches(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// `<name>…</name>` of pom.xml.
  static String pomProperty(String name) {
    var pattern = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</");
    var found = pattern.matcher(text("pom.xml"));
    if (!found.find()) throw new IllegalArgumentException("pom.xml has no " + name);
    return found.group(1);
  }
}
