package app.haven.live;

import app.haven.kernel.StreamId;

/// How far one socket has got in one stream. Guarded by its [LiveSession].
final class Cursor {
  final String name;
  final StreamId stream;
  final String epoch;

  /// False while the client has to read a snapshot first.
  final boolean following;

  long sent;

  /// Where a replay ends and `caughtUp` is due; zero when none is.
  long replayTo;

  Cursor(String name, StreamId stream, String epoch, boolean following, long sent, long replayTo) {
    this.name = name;
    this.stream = stream;
    this.epoch = epoch;
    this.following = following;
    this.sent = sent;
    this.replayTo = replayTo;
  }
}
