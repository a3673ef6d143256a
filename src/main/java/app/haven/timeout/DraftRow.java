package app.haven.timeout;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// A draft that is kept, and the number of the event in `mine` that holds its words.
@Entity
@Table(name = "draft")
class DraftRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID timeout;

  @Column(name = "kept_seq")
  private long keptSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId author, UUID id) {
      this(author.mine().value(), id);
    }
  }

  protected DraftRow() {}

  DraftRow(PersonId author, DraftEvent.Kept kept, long seq) {
    id = new Key(author, kept.draft());
    timeout = kept.timeout();
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  UUID timeout() {
    return timeout;
  }

  /// Grows with every keeping, so that lists are sorted by it.
  long keptSeq() {
    return keptSeq;
  }
}
