package app.haven.faults;

import app.haven.faulty.MovableClocks;
import app.haven.local.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The time of a run: real time and a leap that grows. Every node reads the leap from one file.
final class TestClock {
  private final Path file;
  private final Clock clock;
  private Duration leap = Duration.ZERO;

  TestClock() {
    try {
      file = Files.createTempFile(Places.target("faults"), "clock-", "");
      write();
      clock = MovableClocks.reading(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> settings() {
    return Map.of(MovableClocks.SETTING, file.toString());
  }

  Instant now() {
    return clock.instant();
  }

  void leap(Duration forward) {
    leap = leap.plus(forward);
    write();
  }

  /// In place: who has mapped the file sees it at once.
  private void write() {
    try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(Long.BYTES).putLong(leap.toMillis()).flip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
