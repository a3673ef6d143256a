package app.haven.question;

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
import org.jspecify.annotations.Nullable;

/// A question that one of the two wrote, and the number of the event that holds its words.
@Entity
@Table(name = "own_question")
class OwnRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID author;
  private String depth;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_seq")
  private long addedSeq;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected OwnRow() {}

  OwnRow(StreamId ours, Own begun, Instant addedAt, long seq) {
    id = new Key(ours, begun.id());
    author = begun.author().value();
    depth = begun.depth().wire();
    this.addedAt = addedAt;
    addedSeq = seq;
  }

  Own state() {
    return new Own(id.id(), new PersonId(author), Depth.of(depth), removedAt != null);
  }

  void remove(Instant at) {
    removedAt = at;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  Instant addedAt() {
    return addedAt;
  }

  long addedSeq() {
    return addedSeq;
  }
}
