package app.haven.attack;

import app.haven.kernel.Decider;
import app.haven.kernel.Words;
import app.haven.local.Places;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every command kind there is, read from the features themselves, so that a new one cannot be
/// forgotten by whoever writes its tests.
final class Kinds {
  private Kinds() {}

  /// The record that the data of each kind is read into.
  static Map<String, Class<?>> all() {
    var kinds = new TreeMap<String, Class<?>>();
    try (var files = classFiles()) {
      files
          .map(Kinds::load)
          .filter(type -> Decider.class.isAssignableFrom(type) && !type.isInterface())
          .forEach(type -> decider(type).commands().forEach((k, s) -> kinds.put(k, s.data())));
    }
    return kinds;
  }

  /// Compiled from `src/main`. On the class path of the integration tests stands the packaged jar.
  static Path classes() {
    return Places.root().resolve("target/classes");
  }

  private static Stream<Path> classFiles() {
    try {
      return Files.walk(classes().resolve("app")).filter(f -> f.toString().endsWith(".class"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(Path file) {
    var name =
        classes().relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
    try {
      return Class.forName(name, false, Kinds.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a decider needs to decide is not needed to say what it decides.
  private static Decider<?> decider(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Decider<?>)
          constructor.newInstance(new @Nullable Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The fields of a kind's data that hold what a person wrote.
  static List<String> words(Class<?> shape) {
    return Arrays.stream(shape.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Words.class))
        // A choice that is sealed as words are has no room for a canary.
        .filter(component -> component.getType() == String.class)
        .map(RecordComponent::getName)
        .toList();
  }
}
