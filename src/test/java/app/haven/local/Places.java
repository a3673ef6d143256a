package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where things lie in a working copy. Everything that is kept between runs is under `.haven/`.
public final class Places {
  private Places() {}

  public static Path root() {
    return Path.of("").toAbsolutePath();
  }

  /// The jar that ships.
  public static Path jar() {
    return root().resolve("target/quarkus-app/quarkus-run.jar");
  }

  /// The same application with `app.haven.faulty` packaged into it.
  public static Path faultyJar() {
    return root().resolve("target/faulty/quarkus-app/quarkus-run.jar");
  }

  /// A folder under `.haven/`, made if it is missing.
  public static Path kept(String name) {
    return made(root().resolve(".haven").resolve(name));
  }

  /// A folder under `target/` for the logs and data of a test run.
  public static Path target(String name) {
    return made(root().resolve("target").resolve(name));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
