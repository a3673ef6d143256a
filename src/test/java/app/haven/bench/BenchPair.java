package app.haven.bench;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// A couple of the load: one is on a time-out and checks in, the other waits.
final class BenchPair {
  private static final String WORDS = "I am still coming back. ".repeat(13).substring(0, 300);

  final BenchClient caller;
  final BenchClient partner;
  private final String couple;
  private final String timeout = Api.id().toString();
  private final Map<String, Run> running = new ConcurrentHashMap<>();

  private record Run(
      long start, CompletableFuture<Long> delivered, CompletableFuture<Void> answered) {}

  BenchPair(BenchClient caller, BenchClient partner, String couple) {
    this.caller = caller;
    this.partner = partner;
    this.couple = couple;
    caller.onAnswer(frame -> {
      var run = running.get(frame.path("id").asText());
      if (run == null) return;
      if (frame.path("type").asText().equals("ok")) run.answered.complete(null);
      else run.answered.completeExceptionally(new IllegalStateException(frame.toString()));
    });
    partner.onEvent(frame -> {
      var run = running.get(frame.path("command").asText());
      if (run != null) run.delivered.complete(System.nanoTime() - run.start);
    });
  }

  CompletableFuture<Long> callTimeout() {
    return run("timeout.call", Api.data().put("timeout", timeout).put("minutes", 600));
  }

  CompletableFuture<Long> checkIn() {
    return run("timeout.checkIn", Api.data().put("timeout", timeout).put("words", WORDS));
  }

  /// @return completes when nothing this couple sent waits for its acknowledgement
  CompletableFuture<Void> acknowledged() {
    return CompletableFuture.allOf(
        running.values().stream().map(Run::answered).toArray(CompletableFuture<?>[]::new));
  }

  /// @return nanoseconds from sending to the partner's socket, once it is acknowledged too
  private CompletableFuture<Long> run(String kind, ObjectNode data) {
    UUID id = Api.id();
    var run = new Run(System.nanoTime(), new CompletableFuture<>(), new CompletableFuture<>());
    running.put(id.toString(), run);
    caller.send(Api.command(id, couple, kind, data));
    return run.answered
        .thenCombine(run.delivered, (_, nanos) -> nanos)
        .whenComplete((_, _) -> running.remove(id.toString()));
  }
}
