package app.haven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.local.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/// Broken builds and a movable clock are packaged for this test, and never ship.
class FaultyJarIT {
  private static final String PACKAGE = "app/haven/faulty/";

  @Test
  void theJarThatShipsHasNothingOfTheFaultyBuild() throws IOException {
    assertThat(faulty(Places.jar())).isEmpty();
  }

  @Test
  void theFaultyJarHasEveryClassOfIt() throws IOException {
    var sources = Places.root().resolve("src/test/java").resolve(PACKAGE);
    try (var files = Files.list(sources)) {
      var classes =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> PACKAGE + name.replace(".java", ".class"))
              .toList();
      assertThat(classes).isNotEmpty();
      assertThat(faulty(Places.faultyJar())).containsAll(classes);
    }
  }

  /// Every class of the package, or made for it, in all jars of the application.
  private static List<String> faulty(Path launcher) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(launcher.resolveSibling(""))) {
      var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      assertThat(jars).hasSizeGreaterThan(100);
      for (var jar : jars) {
        try (var opened = new JarFile(jar.toFile())) {
          opened.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class"))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
