package app.haven.need;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/// A need or a boundary somebody keeps for themselves, and the numbers of the events in `mine` that
/// hold its versions.
@Entity
@Table(name = "own_card")
class OwnCardRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "kept_seq")
  private long keptSeq;

  private long[] seqs = {};

  @Embeddable
  record Key(
      @Column(name = "stream_id") UUID stream,
      @Column(name = "kind") String kind,
      @Column(name = "id") UUID id) {
    Key(PersonId owner, Card kind, UUID id) {
      this(owner.mine().value(), kind.wire(), id);
    }
  }

  protected OwnCardRow() {}

  OwnCardRow(PersonId owner, Card kind, UUID card, long seq) {
    id = new Key(owner, kind, card);
    keptSeq = seq;
    seqs = new long[] {seq};
  }

  void changed(long seq) {
    seqs = Longs.with(seqs, seq);
  }

  int versions() {
    return seqs.length;
  }

  /// Oldest first.
  List<Long> seqs() {
    return Longs.list(seqs);
  }

  long currentSeq() {
    return Longs.last(seqs);
  }

  Key key() {
    return id;
  }

  UUID id() {
    return id.id();
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  /// Grows with everything new that is kept, so that lists are sorted by it.
  long keptSeq() {
    return keptSeq;
  }
}
