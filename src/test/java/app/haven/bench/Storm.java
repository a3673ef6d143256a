package app.haven.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// All devices come back at once, each with something to catch up on.
final class Storm {
  private Storm() {}

  static void measure(List<BenchPair> pairs, ObjectNode figures) throws Exception {
    join(pairs.stream().map(pair -> pair.partner.disconnect()));
    // Stored and acknowledged while the partner is away.
    pairs.forEach(BenchPair::checkIn);
    join(pairs.stream().map(BenchPair::acknowledged));
    join(pairs.stream().map(pair -> pair.caller.disconnect()));
    var clients = pairs.stream().flatMap(pair -> Stream.of(pair.caller, pair.partner)).toList();
    long start = System.nanoTime();
    join(clients.stream().map(BenchClient::connect));
    figures.put("resuming", clients.size());
    figures.put("resumeSeconds", Math.round((System.nanoTime() - start) / 1e7) / 100.0);
  }

  private static void join(Stream<CompletableFuture<Void>> all) throws Exception {
    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);
  }
}
