package app.haven.bench;

import app.haven.client.Api;
import app.haven.client.Pair;
import app.haven.local.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The people of the load and their sockets.
final class Fleet implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int CONNECTING = 200;

  private final URI home;
  private final Tokens tokens;
  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient sockets =
      vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(20_000));

  Fleet(URI home, Tokens tokens) {
    this.home = home;
    this.tokens = tokens;
  }

  /// New couples, both on line.
  List<BenchPair> pairs(int count) throws Exception {
    var pairs = new ArrayList<BenchPair>();
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<BenchPair>> coming = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = "bench-" + i;
        coming.add(people.submit(() -> pair(name)));
      }
      for (var pair : coming) pairs.add(pair.get());
    }
    connect(pairs.stream().flatMap(p -> List.of(p.caller, p.partner).stream()).toList());
    return pairs;
  }

  private BenchPair pair(String name) {
    var caller = tokens.of(name + "-a");
    var partner = tokens.of(name + "-b");
    var pair = Pair.make(new Api(home, caller), new Api(home, partner));
    return new BenchPair(client(caller), client(partner), pair.couple());
  }

  BenchClient client(String token) {
    return new BenchClient(sockets, home, token);
  }

  /// A person with no couple.
  BenchClient solo(String subject) {
    return client(tokens.of(subject));
  }

  void connect(List<BenchClient> clients) throws Exception {
    var room = new Semaphore(CONNECTING);
    var connecting = new ArrayList<CompletableFuture<Void>>();
    for (var client : clients) {
      room.acquire();
      connecting.add(client.connect().whenComplete((_, _) -> room.release()));
    }
    all(connecting);
  }

  void all(List<? extends CompletableFuture<?>> futures) throws Exception {
    CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
        .get(120, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
