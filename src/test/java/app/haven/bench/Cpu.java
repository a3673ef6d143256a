package app.haven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// CPU time a process and its children have used, living and ended, as Linux counts it.
final class Cpu {
  private static final long TICKS_PER_SECOND = 100;

  private Cpu() {}

  static Duration of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(handle -> used(handle.pid()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration used(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      // utime, stime, and those of children that were waited for
      for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
      return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  /// What the process holds of the machine's memory, in bytes.
  static long resident(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
