package app.haven.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream's row while a transaction holds its lock: whoever holds it is the only one who numbers.
public final class Stream {
  private final StreamId id;
  private String epoch;
  private final List<PersonId> readers;
  private final boolean closed;
  private long head;
  private Instant lastAt;

  Stream(
      StreamId id,
      String epoch,
      long head,
      Instant lastAt,
      List<PersonId> readers,
      boolean closed) {
    this.id = id;
    this.epoch = epoch;
    this.head = head;
    this.lastAt = lastAt;
    this.readers = readers;
    this.closed = closed;
  }

  /// Time never goes back within a stream, whatever a node's clock does.
  Instant notBefore(Instant now) {
    return now.isBefore(lastAt) ? lastAt : now;
  }

  long next(Instant at) {
    lastAt = at;
    return ++head;
  }

  /// Words in it were erased: devices that hold them must read it anew.
  void renew(String newEpoch) {
    epoch = newEpoch;
  }

  /// The other reader, if this is one of the two; an empty answer is a refusal.
  Optional<PersonId> partnerOf(PersonId person) {
    if (closed || readers.size() != 2 || !readers.contains(person)) return Optional.empty();
    return Optional.of(readers.get(0).equals(person) ? readers.get(1) : readers.get(0));
  }

  boolean isMineOf(@Nullable PersonId person) {
    return !closed && readers.size() == 1 && readers.getFirst().equals(person);
  }

  public Target target() {
    return readers.size() == 2 ? Target.OURS : Target.MINE;
  }

  public StreamId id() {
    return id;
  }

  public Position position() {
    return new Position(epoch, head);
  }

  public long head() {
    return head;
  }

  Instant lastAt() {
    return lastAt;
  }

  public List<PersonId> readers() {
    return readers;
  }

  public boolean closed() {
    return closed;
  }
}
