package app.haven.checkin;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// Words that are kept at hand: the number of the event in `mine` that holds them.
@Entity
@Table(name = "favourite")
class FavouriteRow {
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

  protected FavouriteRow() {}

  FavouriteRow(PersonId owner, UUID favourite, long seq) {
    id = new Key(owner, favourite);
    keptSeq = seq;
  }

  void keptAgain(long seq) {
    keptSeq = seq;
  }

  long keptSeq() {
    return keptSeq;
  }
}
