package app.haven.plan;

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

/// An idea, and the number of the event that holds its words.
@Entity
@Table(name = "idea")
class IdeaRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID author;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_seq")
  private long addedSeq;

  @Column(name = "taken_back_at")
  private @Nullable Instant takenBackAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected IdeaRow() {}

  IdeaRow(StreamId ours, UUID idea, PersonId author, Instant addedAt, long seq) {
    id = new Key(ours, idea);
    this.author = author.value();
    this.addedAt = addedAt;
    addedSeq = seq;
  }

  void takenBack(Instant at) {
    takenBackAt = at;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  PersonId author() {
    return new PersonId(author);
  }

  Instant addedAt() {
    return addedAt;
  }

  long addedSeq() {
    return addedSeq;
  }

  @Nullable Instant takenBackAt() {
    return takenBackAt;
  }
}
