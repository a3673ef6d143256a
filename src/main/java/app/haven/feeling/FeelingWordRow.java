package app.haven.feeling;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// Own words for a feeling: the number of the event in `mine` that holds them.
@Entity
@Table(name = "feeling_word")
class FeelingWordRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "kept_seq")
  private long keptSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId owner, UUID id) {
      this(owner.mine().value(), id);
    }
  }

  protected FeelingWordRow() {}

  FeelingWordRow(PersonId owner, UUID word, long seq) {
    id = new Key(owner, word);
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  long keptSeq() {
    return keptSeq;
  }

  UUID id() {
    return id.id();
  }
}
