package app.haven.bid;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/// A kind that is muted.
@Entity
@Table(name = "mute")
class MuteRow {
  @EmbeddedId private Key id;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "kind") String kind) {
    Key(PersonId person, BidKind kind) {
      this(person.mine().value(), kind.wire());
    }
  }

  protected MuteRow() {}

  MuteRow(PersonId person, BidKind kind) {
    id = new Key(person, kind);
  }

  BidKind kind() {
    return BidKind.of(id.kind());
  }
}
