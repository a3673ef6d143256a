package app.haven.tank;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small resentment, and the number of the event in `mine` that holds its words.
@Entity
@Table(name = "resentment")
class ResentmentRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "kept_seq")
  private long keptSeq;

  @Column(name = "raised_at")
  private @Nullable Instant raisedAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId owner, UUID id) {
      this(owner.mine().value(), id);
    }
  }

  protected ResentmentRow() {}

  ResentmentRow(PersonId owner, UUID resentment, long seq) {
    id = new Key(owner, resentment);
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  void raise(Instant at) {
    raisedAt = at;
  }

  /// A person has the id of their own stream.
  PersonId owner() {
    return new PersonId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  long keptSeq() {
    return keptSeq;
  }

  @Nullable Instant raisedAt() {
    return raisedAt;
  }
}
