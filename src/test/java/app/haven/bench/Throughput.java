package app.haven.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Each couple sends its next check-in as soon as the last was stored, acknowledged and delivered.
final class Throughput {
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private final ProcessHandle server;
  private final ProcessHandle database;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Throughput(ProcessHandle server, ProcessHandle database) {
    this.server = server;
    this.database = database;
  }

  void measure(List<BenchPair> pairs, Duration time, ObjectNode figures) throws Exception {
    run(pairs, WARM_UP.compareTo(time) < 0 ? WARM_UP : time);
    var serverBefore = Cpu.of(server);
    var databaseBefore = Cpu.of(database);
    long start = System.nanoTime();
    var latencies = run(pairs, time);
    double seconds = (System.nanoTime() - start) / 1e9;
    double serverMillis = Cpu.of(server).minus(serverBefore).toMillis();
    double databaseMillis = Cpu.of(database).minus(databaseBefore).toMillis();
    int commands = latencies.count();
    figures.put("commandsPerSecond", Math.round(commands / seconds));
    figures
        .put("fullP50Millis", latencies.millis(0.5))
        .put("fullP99Millis", latencies.millis(0.99));
    figures.put("serverCpuMillisPerCommand", round(serverMillis / commands));
    figures.put("databaseCpuMillisPerCommand", round(databaseMillis / commands));
    figures.put("cpuMillisPerCommand", round((serverMillis + databaseMillis) / commands));
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private Latencies run(List<BenchPair> pairs, Duration time) throws Exception {
    var latencies = new Latencies();
    var done = new CountDownLatch(pairs.size());
    long end = System.nanoTime() + time.toNanos();
    pairs.forEach(pair -> next(pair, end, latencies, done));
    if (!done.await(time.toSeconds() + 60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("some couples hang: " + done.getCount(), failure.get());
    }
    if (failure.get() != null) throw new IllegalStateException(failure.get());
    return latencies;
  }

  private void next(BenchPair pair, long end, Latencies latencies, CountDownLatch done) {
    if (System.nanoTime() >= end) {
      done.countDown();
      return;
    }
    pair.checkIn()
        .whenComplete((nanos, problem) -> {
          if (problem != null) {
            failure.set(problem);
            done.countDown();
          } else {
            latencies.add(nanos);
            next(pair, end, latencies, done);
          }
        });
  }
}
