package app.haven.bench;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Times in nanoseconds, gathered from many threads.
final class Latencies {
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long nanosTaken) {
    nanos.add(nanosTaken);
  }

  int count() {
    return nanos.size();
  }

  /// @param share such as 0.99
  /// @return milliseconds, to a hundredth
  double millis(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    if (sorted.length == 0) throw new IllegalStateException("nothing was measured");
    int index = Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1);
    return Math.round(sorted[Math.max(0, index)] / 10_000.0) / 100.0;
  }
}
