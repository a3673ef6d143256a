package app.haven.client;

import app.haven.local.Http;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One device of one person on the live door. Keeps every frame it was sent; answers the server's
/// pings unless told not to.
public final class Device implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<JsonNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final boolean answersPings;
  private final WebSocket socket;
  private int read;

  private Device(Api api, boolean answersPings, List<String> headers) {
    this.answersPings = answersPings;
    var opening = Http.CLIENT.newWebSocketBuilder().subprotocols("haven.v1");
    if (api.token != null) opening.header("Authorization", "Bearer " + api.token);
    for (int i = 0; i + 1 < headers.size(); i += 2)
      opening.header(headers.get(i), headers.get(i + 1));
    socket = opening.buildAsync(live(api.home), new Listener()).join();
  }

  private static URI live(URI home) {
    return URI.create(home.toString().replaceFirst("^http", "ws") + "/api/v1/live");
  }

  /// Opens the socket and says nothing yet.
  ///
  /// @throws CompletionException with a `WebSocketHandshakeException` where the door stays shut
  public static Device open(Api api) {
    return new Device(api, true, List.of());
  }

  /// @param headers name, value, name, value …
  public static Device open(Api api, boolean answersPings, List<String> headers) {
    return new Device(api, answersPings, headers);
  }

  /// Reads the snapshot, opens and follows both streams from there, as a fresh device does.
  public static Device following(Api api) {
    return following(api, "test", true);
  }

  /// @param name what the hello says
  public static Device following(Api api, String name, boolean answersPings) {
    var places = api.get("/api/v1/snapshot").expect(200).body().path("streams");
    var device = open(api, answersPings, List.of());
    device.hello(name, places);
    return device;
  }

  /// @param after positions by stream name, as the snapshot gives them
  public JsonNode hello(JsonNode after) {
    return hello("test", after);
  }

  private JsonNode hello(String name, JsonNode after) {
    var hello = Api.data().put("type", "hello").put("device", name).set("after", after);
    send(hello);
    return await(frame -> is(frame, "welcome"));
  }

  public void send(JsonNode frame) {
    sendText(frame.toString());
  }

  public void sendText(String text) {
    sendPart(text, true);
  }

  public void sendPart(String text, boolean last) {
    oneAtATime(() -> socket.sendText(text, last));
  }

  public void sendBinary(byte[] bytes) {
    oneAtATime(() -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /// The JDK's WebSocket refuses a frame while another is on its way; pongs go from its own thread.
  private void oneAtATime(Supplier<CompletableFuture<WebSocket>> sending) {
    synchronized (socket) {
      sending.get().join();
    }
  }

  /// Sends a command and waits for its `ok` or `refused`.
  public JsonNode run(ObjectNode command) {
    send(command);
    var id = command.path("id").asText();
    return await(f -> (is(f, "ok") || is(f, "refused")) && f.path("id").asText().equals(id));
  }

  public JsonNode event(String kind) {
    return await(frame -> is(frame, "event") && frame.path("kind").asText().equals(kind));
  }

  public static boolean is(JsonNode frame, String type) {
    return frame.path("type").asText().equals(type);
  }

  /// The next frame, among those not yet passed, that fits. Those before it stay in [#all].
  public JsonNode await(Predicate<JsonNode> wanted) {
    return await(wanted, PATIENCE);
  }

  public synchronized JsonNode await(Predicate<JsonNode> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      while (read < frames.size()) {
        var frame = frames.get(read++);
        if (wanted.test(frame)) return frame;
      }
      long left = end - System.nanoTime();
      if (left <= 0 || closed.isDone()) {
        throw new AssertionError(
            "no such frame; closed: " + closed.getNow(null) + "; came: " + frames);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// Every frame so far, in the order of arrival.
  public synchronized List<JsonNode> all() {
    return List.copyOf(frames);
  }

  /// Waits for the socket to end.
  ///
  /// @return the close code; 1006 where the line was cut
  public int closeCode(Duration patience) {
    try {
      return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("still open; came: " + all(), e);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Cuts the line without a word.
  public void cut() {
    socket.abort();
    closed.complete(1006);
  }

  @Override
  public void close() {
    oneAtATime(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> null));
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(String frame) {
      try {
        var json = Api.JSON.readTree(frame);
        if (is(json, "ping") && answersPings)
          send(Api.data().put("type", "pong").put("n", json.path("n").asLong()));
        synchronized (Device.this) {
          frames.add(json);
          Device.this.notifyAll();
        }
      } catch (JsonProcessingException e) {
        throw new AssertionError("the server sent what is not JSON", e);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end(1006);
    }

    private void end(int code) {
      closed.complete(code);
      synchronized (Device.this) {
        Device.this.notifyAll();
      }
    }
  }
}
