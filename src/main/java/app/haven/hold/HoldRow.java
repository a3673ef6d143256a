package app.haven.hold;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/// A hold that stands, and the number of the event in `mine` that holds its words and its time.
@Entity
@Table(name = "hold")
class HoldRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "placed_seq")
  private long placedSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId owner, UUID id) {
      this(owner.mine().value(), id);
    }
  }

  protected HoldRow() {}

  HoldRow(PersonId owner, UUID hold, long seq) {
    id = new Key(owner, hold);
    placedSeq = seq;
  }

  void placedAgain(long seq) {
    placedSeq = seq;
  }

  UUID id() {
    return id.id();
  }

  long placedSeq() {
    return placedSeq;
  }
}
