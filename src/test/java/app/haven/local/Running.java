package app.haven.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The processes of the last `./haven up`, written to a file, so that the next one finds what a
/// kill -9 of the first left running.
final class Running {
  private static final Duration CLOCK_PLAY = Duration.ofSeconds(2);

  private final Path file;

  Running(Path file) {
    this.file = file;
  }

  /// The first line is the launcher itself.
  Optional<ProcessHandle> launcher() {
    return read().stream().findFirst().flatMap(Running::alive);
  }

  void takeOver() {
    launcher().ifPresent(Running::refuse);
    read().stream().map(Running::alive).flatMap(Optional::stream).forEach(Child::kill);
    write("", StandardOpenOption.TRUNCATE_EXISTING);
    record(ProcessHandle.current());
  }

  private static void refuse(ProcessHandle launcher) {
    throw new CannotStart(
        "Haven is already running from this folder (process %d). Stop it there with Ctrl-C first."
            .formatted(launcher.pid()));
  }

  /// The number alone is not enough: by now it may be another program's. One that is dead and that
  /// nobody has asked after yet has no command.
  private static Optional<ProcessHandle> alive(String line) {
    var space = line.indexOf(' ');
    var started = Instant.ofEpochMilli(Long.parseLong(line.substring(space + 1)));
    return ProcessHandle.of(Long.parseLong(line.substring(0, space)))
        .filter(p -> p.info().command().isPresent())
        .filter(p -> p.info().startInstant().filter(at -> near(at, started)).isPresent());
  }

  private static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(CLOCK_PLAY) < 0;
  }

  void record(ProcessHandle process) {
    var started = process.info().startInstant().orElseThrow().toEpochMilli();
    write(process.pid() + " " + started + "\n", StandardOpenOption.APPEND);
  }

  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> read() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text, StandardOpenOption how) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
