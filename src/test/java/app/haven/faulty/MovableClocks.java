package app.haven.faulty;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// A clock that a test moves: every node adds the milliseconds that stand in one file. The file is
/// mapped into memory, so that all nodes jump in the same moment and a look costs nothing.
public class MovableClocks {
  public static final String SETTING = "HAVEN_TEST_CLOCK";

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Clock clock() throws IOException {
    var file = System.getenv(SETTING);
    return file == null ? Clock.systemUTC() : reading(Path.of(file));
  }

  /// @param file eight bytes, the milliseconds to add
  public static Clock reading(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      ByteBuffer offset = channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES);
      InstantSource moved = () -> Instant.now(Clock.systemUTC()).plusMillis(offset.getLong(0));
      return moved.withZone(ZoneOffset.UTC);
    }
  }
}
