package app.haven.bid;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A note that was sent, and the number of the event that holds its words.
@Entity
@Table(name = "note")
class NoteRow {
  @EmbeddedId private Key id;
  private UUID author;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "sent_seq")
  private long sentSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected NoteRow() {}

  NoteRow(StreamId ours, UUID note, PersonId author, Instant sentAt, long seq) {
    id = new Key(ours, note);
    this.author = author.value();
    this.sentAt = sentAt;
    sentSeq = seq;
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

  Instant sentAt() {
    return sentAt;
  }

  long sentSeq() {
    return sentSeq;
  }
}
