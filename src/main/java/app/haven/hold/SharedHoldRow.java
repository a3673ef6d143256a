package app.haven.hold;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A hold that its owner shows to the partner, and the number of the event in `ours` that says it.
@Entity
@Table(name = "shared_hold")
class SharedHoldRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID owner;

  @Column(name = "until_at")
  private Instant untilAt;

  @Column(name = "shared_seq")
  private long sharedSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected SharedHoldRow() {}

  SharedHoldRow(StreamId ours, PersonId owner, HoldEvent.Shared shared, long seq) {
    id = new Key(ours, shared.hold());
    this.owner = owner.value();
    untilAt = shared.until();
    sharedSeq = seq;
  }

  void sharedAgain(Instant until, long seq) {
    untilAt = until;
    sharedSeq = seq;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  PersonId owner() {
    return new PersonId(owner);
  }

  Instant untilAt() {
    return untilAt;
  }

  long sharedSeq() {
    return sharedSeq;
  }
}
