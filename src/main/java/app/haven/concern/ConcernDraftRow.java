package app.haven.concern;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// A draft of a concern, and the number of the event in `mine` that holds its words.
@Entity
@Table(name = "concern_draft")
class ConcernDraftRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "kept_seq")
  private long keptSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId author, UUID id) {
      this(author.mine().value(), id);
    }
  }

  protected ConcernDraftRow() {}

  ConcernDraftRow(PersonId author, UUID concern, long seq) {
    id = new Key(author, concern);
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  /// A person has the id of their own stream.
  PersonId author() {
    return new PersonId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  /// Grows with every keeping, so that lists are sorted by it.
  long keptSeq() {
    return keptSeq;
  }
}
