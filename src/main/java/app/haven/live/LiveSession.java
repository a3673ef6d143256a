package app.haven.live;

import app.haven.kernel.Event;
import app.haven.kernel.PersonId;
import app.haven.kernel.Position;
import app.haven.kernel.Stream;
import app.haven.kernel.StreamId;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One socket: whose it is, what it follows and how far it has got. Numbering and sending stand
/// under its own lock, so that no two threads can change the order.
final class LiveSession {
  /// A replay longer than this costs more than a snapshot.
  static final int MOST_BEHIND = 500;

  /// How long the reader may take for one frame.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Closing a peer that does not read would wait for it; after this the line is cut.
  private static final Duration CLOSING = Duration.ofSeconds(2);

  final PersonId person;
  final @Nullable String sitting;
  final Pulse pulse;
  final AtomicInteger inFlight = new AtomicInteger();
  final Refusals refusals = new Refusals();

  private final WebSocketConnection connection;
  private final Channel channel;
  private final Outgoing outgoing;
  private final Map<String, Cursor> cursors = new HashMap<>();

  /// Every stream under which this socket stands in [Sockets].
  final Set<StreamId> listed = ConcurrentHashMap.newKeySet();

  /// As the last hello named it; empty before the first.
  volatile String device = "";

  private volatile boolean ended;

  /// @param sitting the sign-in this socket came with; null for a bearer token
  /// @param onRoom called with what this socket follows when it can take events again
  LiveSession(
      PersonId person,
      @Nullable String sitting,
      WebSocketConnection connection,
      Channel channel,
      Pulse pulse,
      Consumer<Collection<StreamId>> onRoom) {
    this.person = person;
    this.sitting = sitting;
    this.connection = connection;
    this.channel = channel;
    this.pulse = pulse;
    this.outgoing =
        new Outgoing(
            connection::sendText,
            PATIENCE,
            () -> onRoom.accept(streams()),
            () -> close(CloseCode.SLOW));
  }

  synchronized List<StreamId> streams() {
    return cursors.values().stream().map(cursor -> cursor.stream).toList();
  }

  /// Until [#welcome], nothing is sent: the client drops events between its hello and our answer.
  synchronized void pause() {
    cursors.clear();
  }

  synchronized void welcome(ServerFrame.Welcome frame, Collection<Cursor> places) {
    if (ended) return;
    outgoing.answer(frame.text());
    for (var cursor : places) cursors.put(cursor.name, cursor);
  }

  static Cursor place(Stream stream, @Nullable Position known) {
    var head = stream.position();
    String name = stream.target().wire();
    boolean resumes =
        known != null
            && known.epoch().equals(head.epoch())
            && known.seq() >= 0
            && known.seq() <= head.seq()
            && head.seq() - known.seq() <= MOST_BEHIND;
    long sent = resumes && known != null ? known.seq() : head.seq();
    return new Cursor(
        name, stream.id(), head.epoch(), resumes, sent, sent < head.seq() ? head.seq() : 0);
  }

  static String mode(Cursor cursor) {
    if (!cursor.following) return "snapshot";
    return cursor.replayTo > 0 ? "replay" : "current";
  }

  /// A shared stream began while this socket was open.
  synchronized void opened(Stream stream) {
    String name = stream.target().wire();
    var known = cursors.get(name);
    if (known != null && known.stream.equals(stream.id())) return;
    var epoch = stream.position().epoch();
    outgoing.answer(new ServerFrame.Stream(name, epoch, 0, "opened").text());
    cursors.put(name, new Cursor(name, stream.id(), epoch, true, 0, 0));
  }

  /// From which number on this socket wants events of a stream; empty where it wants none now. One
  /// that is full asks again by itself: it must not hold back what is read for the others.
  synchronized OptionalLong wants(StreamId stream) {
    if (outgoing.full()) return OptionalLong.empty();
    for (var cursor : cursors.values()) {
      if (cursor.stream.equals(stream) && cursor.following) return OptionalLong.of(cursor.sent);
    }
    return OptionalLong.empty();
  }

  /// Whether this socket follows a stream and was not given all of it.
  synchronized boolean behind(StreamId stream, Position now) {
    for (var cursor : cursors.values()) {
      if (cursor.stream.equals(stream) && cursor.following) {
        return cursor.sent < now.seq() || !cursor.epoch.equals(now.epoch());
      }
    }
    return false;
  }

  /// Hands over what comes next. What does not fit stays in the log until there is room.
  ///
  /// @return the events that were handed over
  synchronized List<Event> deliver(Slices slices) {
    var stream = slices.stream();
    var cursor = cursors.get(stream.target().wire());
    if (cursor == null || !cursor.stream.equals(stream.id())) return List.of();
    if (stream.closed() || !stream.readers().contains(person)) {
      outgoing.answer(
          new ServerFrame.Stream(cursor.name, cursor.epoch, cursor.sent, "closed").text());
      cursors.remove(cursor.name);
      return List.of();
    }
    if (!cursor.following) return List.of();
    var now = stream.position();
    if (!now.epoch().equals(cursor.epoch)) {
      outgoing.answer(
          new ServerFrame.Stream(cursor.name, now.epoch(), now.seq(), "snapshot").text());
      cursors.put(
          cursor.name, new Cursor(cursor.name, stream.id(), now.epoch(), false, now.seq(), 0));
      return List.of();
    }
    return follow(cursor, slices);
  }

  private List<Event> follow(Cursor cursor, Slices slices) {
    int first = -1;
    int next = 0;
    for (int i = 0; i < slices.events().size(); i++) {
      long seq = slices.events().get(i).seq();
      if (seq != cursor.sent + 1) continue;
      if (!outgoing.event(slices.frame(i))) break;
      cursor.sent = seq;
      if (first < 0) first = i;
      next = i + 1;
    }
    if (cursor.replayTo > 0 && cursor.sent >= cursor.replayTo) {
      cursor.replayTo = 0;
      outgoing.answer(new ServerFrame.CaughtUp(cursor.name, cursor.sent).text());
    }
    return first < 0 ? List.of() : slices.events().subList(first, next);
  }

  /// Bytes that wait for this reader.
  int waiting() {
    return outgoing.waiting();
  }

  void send(ServerFrame frame) {
    outgoing.answer(frame.text());
  }

  /// Nothing may follow a bye; the close waits behind it in the same connection.
  void sayBye(ServerFrame.Bye bye, CloseCode code) {
    if (!end()) return;
    connection
        .sendText(bye.text())
        .flatMap(_ -> connection.close(code.reason()))
        .subscribe()
        .with(_ -> {}, _ -> {});
  }

  /// What still arrives on a line that was closed from here is passed over: whoever was signed out
  /// must not go on by leaving the close unanswered.
  boolean ended() {
    return ended;
  }

  /// The line is gone, or will be.
  synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    cursors.clear();
    outgoing.end();
    return first;
  }

  void close(CloseCode code) {
    if (!end()) return;
    connection.close(code.reason()).subscribe().with(_ -> {}, _ -> {});
    channel.eventLoop().schedule(this::cut, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Past the WebSocket above, which would go on waiting for the other side.
  private void cut() {
    var first = channel.pipeline().firstContext();
    if (first != null) first.close();
  }
}
