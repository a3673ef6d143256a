package app.haven.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is written for people: README.md and the pages of docs/.
final class Documents {
  static final Path ROOT = Path.of("").toAbsolutePath();

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern SETTING = Pattern.compile("\\bHAVEN_[A-Z][A-Z_]*\\b");

  private Documents() {}

  static List<Path> all() {
    return Stream.concat(Stream.of(ROOT.resolve("README.md")), files("docs"))
        .filter(file -> file.toString().endsWith(".md"))
        .toList();
  }

  static Stream<Path> files(String folder) {
    try (var files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String file) {
    return text(ROOT.resolve(file));
  }

  /// Links and images of a page, as they are written.
  static Stream<String> links(Path page) {
    return found(LINK, prose(page), 1).stream();
  }

  /// What stands in backticks, outside of blocks of code.
  static Stream<String> code(Path page) {
    return found(CODE, prose(page), 1).stream();
  }

  static Set<String> settings(Path page) {
    return found(SETTING, text(page), 0);
  }

  private static String prose(Path page) {
    return FENCED.matcher(text(page)).replaceAll("");
  }

  static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What a link to a heading may name, as the usual viewers make it of the heading's words.
  static Set<String> anchors(Path page) {
    return prose(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /// Every class of the sources by its simple name, with its text.
  static TreeMap<String, String> classes() {
    return Stream.of("src/main/java", "src/test/java")
        .flatMap(Documents::files)
        .filter(file -> file.toString().endsWith(".java"))
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".java", ""),
                Documents::text,
                String::concat,
                TreeMap::new));
  }
}
