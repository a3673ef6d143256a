package app.haven;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The wire form of every command and event, pinned by files: whoever renames a field sees it here
/// before a client does. A kind has `<kind>.json` and, for what may be left out,
/// `<kind>.<variant>.json`.
public final class Golden {
  private static final Path FILES = Path.of("src/test/resources/golden");

  private Golden() {}

  /// Every field stands in some file, every optional one is missing in some, and each file is read
  /// into the record and written back as it was.
  ///
  /// @param direction `commands` or `events`
  public static <R> void pins(
      String direction, String kind, Class<R> shape, BiFunction<ObjectNode, Class<R>, R> reading) {
    var files = files(direction, kind);
    assertThat(files).as("golden files of %s in %s", kind, direction).isNotEmpty();
    for (var component : shape.getRecordComponents()) {
      assertThat(files)
          .as("%s.%s stands in a golden file", kind, DataReader.name(component))
          .anyMatch(file -> file.has(DataReader.name(component)));
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        assertThat(files)
            .as("%s.%s may be left out", kind, DataReader.name(component))
            .anyMatch(file -> !file.has(DataReader.name(component)));
      }
    }
    for (var file : files) {
      var read = reading.apply(file, shape);
      JsonNode written = Json.MAPPER.valueToTree(read);
      assertThat(written).as("%s, read and written", kind).isEqualTo(file);
    }
  }

  /// The kind of an event, by the names of its record and its family: `TimeoutEvent.CheckedIn` is
  /// `timeout.checkedIn`.
  public static String kind(Class<?> event) {
    String family = event.getDeclaringClass().getSimpleName().replace("Event", "");
    return uncapitalised(family) + "." + uncapitalised(event.getSimpleName());
  }

  /// The records of a sealed family, however it is parted.
  public static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(Golden::records);
  }

  private static String uncapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /// Every kind that has a golden file.
  public static List<String> kinds(String direction, String feature) {
    return names(direction)
        .map(name -> String.join(".", Arrays.asList(name.split("\\.")).subList(0, 2)))
        .filter(kind -> kind.startsWith(feature + "."))
        .distinct()
        .toList();
  }

  public static List<ObjectNode> files(String direction, String kind) {
    return names(direction)
        .filter(name -> name.equals(kind + ".json") || name.matches(kind + "\\.[a-z]+\\.json"))
        .map(name -> read(FILES.resolve(direction).resolve(name)))
        .toList();
  }

  private static Stream<String> names(String direction) {
    try (var files = Files.list(FILES.resolve(direction))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
