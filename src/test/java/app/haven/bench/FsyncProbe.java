package app.haven.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// How long this disk takes to keep 8 kB: what no acknowledged command can be faster than.
final class FsyncProbe {
  private static final int WRITES = 200;

  private FsyncProbe() {}

  /// @return the median in milliseconds
  static double median() {
    try {
      var file = Files.createTempFile("haven-fsync", null);
      var times = new Latencies();
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < WRITES; i++) {
          long start = System.nanoTime();
          channel.write(ByteBuffer.allocate(8192));
          channel.force(false);
          times.add(System.nanoTime() - start);
        }
      } finally {
        Files.delete(file);
      }
      return times.millis(0.5);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
