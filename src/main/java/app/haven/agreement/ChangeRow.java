package app.haven.agreement;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// That somebody wrote a version or changed their times: so that nobody floods the other with them.
@Entity
@Table(name = "agreement_change")
class ChangeRow {
  @EmbeddedId private Key id;
  private UUID author;
  private Instant at;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "seq") long seq) {}

  protected ChangeRow() {}

  ChangeRow(StreamId ours, long seq, PersonId author, Instant at) {
    id = new Key(ours.value(), seq);
    this.author = author.value();
    this.at = at;
  }

  PersonId author() {
    return new PersonId(author);
  }

  Instant at() {
    return at;
  }
}
