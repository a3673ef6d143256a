package app.haven.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One WebSocket: what arrives waits in a queue for the device's thread.
final class Line implements WebSocket.Listener {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  sealed interface Arrival {
    record Frame(String text) implements Arrival {}

    /// @param code 1006 where the line broke
    record End(int code) implements Arrival {}
  }

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final URI node;
  private final WebSocket socket;

  private Line(URI node, String token) {
    this.node = node;
    this.socket =
        HTTP.newWebSocketBuilder()
            .subprotocols("haven.v1")
            .connectTimeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create("ws://" + node.getAuthority() + "/api/v1/live"), this)
            .join();
  }

  /// @return null where the door stays shut
  static @Nullable Line open(URI node, String token) {
    try {
      return new Line(node, token);
    } catch (CompletionException e) {
      return null;
    }
  }

  URI node() {
    return node;
  }

  /// @return null where nothing came
  @Nullable Arrival next(Duration patience) throws InterruptedException {
    return arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// One after the other; what cannot be sent is lost with the line.
  synchronized void send(String frame) {
    try {
      socket.sendText(frame, true).orTimeout(10, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      cut();
    }
  }

  /// Without a word, as when the network is gone.
  void cut() {
    socket.abort();
    arrivals.add(new Arrival.End(1006));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      arrivals.add(new Arrival.Frame(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    arrivals.add(new Arrival.End(code));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    arrivals.add(new Arrival.End(1006));
  }
}
