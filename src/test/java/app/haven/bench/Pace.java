package app.haven.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A steady pace, whatever the answers do: what people feel on a calm evening.
final class Pace {
  private Pace() {}

  static void measure(List<BenchPair> pairs, int perSecond, Duration time, ObjectNode figures)
      throws Exception {
    var latencies = new Latencies();
    var running = new ArrayList<CompletableFuture<?>>();
    long step = Duration.ofSeconds(1).toNanos() / perSecond;
    long start = System.nanoTime();
    long commands = time.toNanos() / step;
    for (int i = 0; i < commands; i++) {
      long due = start + i * step;
      while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
      running.add(pairs.get(i % pairs.size()).checkIn().thenAccept(latencies::add));
    }
    CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);
    figures.put("pacePerSecond", perSecond);
    figures.put("p50Millis", latencies.millis(0.5)).put("p99Millis", latencies.millis(0.99));
  }
}
