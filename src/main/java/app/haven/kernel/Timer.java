package app.haven.kernel;

import java.time.Instant;
import java.util.UUID;

/// A promise the server keeps by itself: at this moment, this kind of thing happens to this thing
/// in this stream. At most one timer of a kind stands for a thing in a stream.
///
/// @param kind also the kind of the system event it becomes, such as `timeout.overdue`
public record Timer(StreamId stream, String kind, UUID thing, Instant at) {
  public Key key() {
    return new Key(stream, kind, thing);
  }

  /// What a timer is known by, whatever its time.
  public record Key(StreamId stream, String kind, UUID thing) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byStream = stream.compareTo(other.stream);
      if (byStream != 0) return byStream;
      int byThing = new StreamId(thing).compareTo(new StreamId(other.thing));
      return byThing != 0 ? byThing : kind.compareTo(other.kind);
    }
  }
}
