package app.haven.live;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The one writer of a connection. It waits for a slow reader and keeps at most 256 kB for it: a
/// client that does not read costs a bounded piece of memory and nobody else's time. While nothing
/// is to be written there is no thread.
final class Outgoing {
  static final int MOST_BYTES = 256 * 1000;

  /// Answers have this much room on top, since they cannot be read again from the log.
  private static final int ROOM_FOR_ANSWERS = 64 * 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebSocketConnection connection;
  private final Runnable onRoom;
  private final Runnable onTooSlow;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean turnedAway;
  private boolean ended;

  /// @param onRoom called when events that were turned away fit again
  /// @param onTooSlow called once when the reader took too long
  Outgoing(WebSocketConnection connection, Runnable onRoom, Runnable onTooSlow) {
    this.connection = connection;
    this.onRoom = onRoom;
    this.onTooSlow = onTooSlow;
  }

  /// @return false where it does not fit now: the log keeps it until there is room
  synchronized boolean event(String frame) {
    if (ended) return false;
    if (bytes > 0 && bytes + size(frame) > MOST_BYTES) {
      turnedAway = true;
      return false;
    }
    add(frame);
    return true;
  }

  synchronized boolean full() {
    return turnedAway;
  }

  synchronized void answer(String frame) {
    if (ended) return;
    if (bytes + size(frame) > MOST_BYTES + ROOM_FOR_ANSWERS) {
      ended = true;
      waiting.clear();
      onTooSlow.run();
      return;
    }
    add(frame);
  }

  private void add(String frame) {
    waiting.add(frame);
    bytes += size(frame);
    if (!writing) {
      writing = true;
      Thread.startVirtualThread(this::write);
    }
  }

  private static int size(String frame) {
    return frame.getBytes(StandardCharsets.UTF_8).length;
  }

  private void write() {
    try {
      for (String frame = next(null); frame != null; frame = next(frame)) {
        connection.sendText(frame).await().atMost(PATIENCE);
      }
    } catch (TimeoutException e) {
      end();
      onTooSlow.run();
    } catch (RuntimeException e) {
      end();
    }
  }

  private @Nullable String next(@Nullable String written) {
    boolean room;
    String frame;
    synchronized (this) {
      if (written != null) bytes -= size(written);
      room = turnedAway && bytes <= MOST_BYTES / 2;
      if (room) turnedAway = false;
      frame = waiting.poll();
      if (frame == null) writing = false;
    }
    if (room) onRoom.run();
    return frame;
  }

  synchronized void end() {
    ended = true;
    waiting.clear();
  }
}
