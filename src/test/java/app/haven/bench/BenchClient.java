package app.haven.bench;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One device of the load. Keeps its positions, so that it can come back where it was.
final class BenchClient {
  private final WebSocketClient sockets;
  private final WebSocketConnectOptions options;
  private final Map<String, ObjectNode> places = new ConcurrentHashMap<>();
  private volatile Consumer<JsonNode> onEvent = _ -> {};
  private volatile Consumer<JsonNode> onAnswer = _ -> {};
  private volatile CompletableFuture<Void> upToDate = new CompletableFuture<>();
  private volatile int streamsBehind;
  private volatile @Nullable WebSocket socket;

  BenchClient(WebSocketClient sockets, URI home, String token) {
    this.sockets = sockets;
    this.options =
        new WebSocketConnectOptions()
            .setHost(home.getHost())
            .setPort(home.getPort())
            .setURI("/api/v1/live")
            .addSubProtocol("haven.v1")
            .addHeader("Authorization", "Bearer " + token);
  }

  void onEvent(Consumer<JsonNode> listener) {
    onEvent = listener;
  }

  void onAnswer(Consumer<JsonNode> listener) {
    onAnswer = listener;
  }

  /// Connects and says hello.
  ///
  /// @return completes when every stream is current or caught up
  CompletableFuture<Void> connect() {
    upToDate = new CompletableFuture<>();
    sockets
        .connect(options)
        .onSuccess(opened -> {
          socket = opened;
          opened.textMessageHandler(this::take);
          hello();
        })
        .onFailure(upToDate::completeExceptionally);
    return upToDate;
  }

  private void hello() {
    var hello = Api.data().put("type", "hello").put("device", "bench");
    var after = hello.putObject("after");
    places.forEach(after::set);
    send(hello);
  }

  private void take(String text) {
    var frame = read(text);
    switch (frame.path("type").asText()) {
      case "welcome" -> welcome(frame);
      case "event" -> {
        place(
            frame.path("stream").asText(),
            frame.path("epoch").asText(),
            frame.path("seq").asLong());
        onEvent.accept(frame);
      }
      case "caughtUp" -> {
        if (--streamsBehind == 0) upToDate.complete(null);
      }
      case "ok", "refused" -> onAnswer.accept(frame);
      case "ping" -> send(Api.data().put("type", "pong").put("n", frame.path("n").asLong()));
      default -> {}
    }
  }

  private static JsonNode read(String text) {
    try {
      return Api.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void place(String stream, String epoch, long seq) {
    places.put(stream, Api.data().put("epoch", epoch).put("seq", seq));
  }

  /// A new device has nothing to show, so it takes the heads it is told instead of a snapshot.
  private void welcome(JsonNode frame) {
    int behind = 0;
    boolean fresh = false;
    for (var stream : frame.path("streams").properties()) {
      var place = stream.getValue();
      switch (place.path("mode").asText()) {
        case "snapshot" -> {
          fresh = true;
          place(stream.getKey(), place.path("epoch").asText(), place.path("head").asLong());
        }
        case "replay" -> behind++;
        default -> {}
      }
    }
    streamsBehind = behind;
    if (fresh) hello();
    else if (behind == 0) upToDate.complete(null);
  }

  void send(JsonNode frame) {
    Objects.requireNonNull(socket).writeTextMessage(frame.toString());
  }

  CompletableFuture<Void> disconnect() {
    return Objects.requireNonNull(socket).close().toCompletionStage().toCompletableFuture();
  }
}
