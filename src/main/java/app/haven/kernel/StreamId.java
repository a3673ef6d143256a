package app.haven.kernel;

import java.util.UUID;

/// A log of events: a couple's `ours` or a person's `mine`.
public record StreamId(UUID value) implements Comparable<StreamId> {
  /// The order in which PostgreSQL sorts uuids (unsigned bytes), so that every node locks alike.
  @Override
  public int compareTo(StreamId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }
}
