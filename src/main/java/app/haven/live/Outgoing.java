package app.haven.live;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one writer of a connection. It waits for a slow reader and keeps at most 256 kB for it: a
/// client that does not read costs a bounded piece of memory and nobody else's time. While nothing
/// is to be written there is no thread.
final class Outgoing {
  static final int MOST_BYTES = 256 * 1000;

  /// Answers have this much room on top, since they cannot be read again from the log.
  static final int ROOM_FOR_ANSWERS = 64 * 1000;

  private record Frame(String text, int bytes) {
    static Frame of(String text) {
      return new Frame(text, text.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private final Function<String, Uni<Void>> line;
  private final Duration patience;
  private final Runnable onRoom;
  private final Runnable onTooSlow;
  private final Queue<Frame> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean turnedAway;
  private boolean ended;

  /// @param line takes one frame, done when the reader's side has room for it
  /// @param patience how long one frame may take
  /// @param onRoom called when events that were turned away fit again
  /// @param onTooSlow called once when the reader took too long
  Outgoing(
      Function<String, Uni<Void>> line, Duration patience, Runnable onRoom, Runnable onTooSlow) {
    this.line = line;
    this.patience = patience;
    this.onRoom = onRoom;
    this.onTooSlow = onTooSlow;
  }

  /// @return false where it does not fit now: the log keeps it until there is room
  synchronized boolean event(String text) {
    if (ended) return false;
    var frame = Frame.of(text);
    if (bytes > 0 && bytes + frame.bytes() > MOST_BYTES) {
      turnedAway = true;
      return false;
    }
    add(frame);
    return true;
  }

  synchronized boolean full() {
    return turnedAway;
  }

  /// What has not reached the reader's side yet, in bytes.
  synchronized int waiting() {
    return bytes;
  }

  void answer(String text) {
    if (!taken(Frame.of(text))) tooSlow();
  }

  private synchronized boolean taken(Frame frame) {
    if (ended) return true;
    if (bytes + frame.bytes() > MOST_BYTES + ROOM_FOR_ANSWERS) return false;
    add(frame);
    return true;
  }

  /// Never under this lock: whoever is told takes locks of their own, which others hold while they
  /// hand over events here.
  private void tooSlow() {
    if (end()) onTooSlow.run();
  }

  private void add(Frame frame) {
    waiting.add(frame);
    bytes += frame.bytes();
    if (!writing) {
      writing = true;
      Thread.startVirtualThread(this::write);
    }
  }

  private void write() {
    try {
      for (var frame = next(null); frame != null; frame = next(frame)) {
        line.apply(frame.text()).await().atMost(patience);
      }
    } catch (TimeoutException e) {
      tooSlow();
    } catch (RuntimeException e) {
      end();
    }
  }

  private @Nullable Frame next(@Nullable Frame written) {
    boolean room;
    Frame frame;
    synchronized (this) {
      if (ended) return null;
      if (written != null) bytes -= written.bytes();
      room = turnedAway && bytes <= MOST_BYTES / 2;
      if (room) turnedAway = false;
      frame = waiting.poll();
      if (frame == null) writing = false;
    }
    if (room) onRoom.run();
    return frame;
  }

  /// @return whether it had not ended before
  synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    waiting.clear();
    bytes = 0;
    return first;
  }
}
