package app.haven.feeling;

import app.haven.feeling.FeelingEvent.Kept;
import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/// One moment of a person, and the numbers of the events in `mine` that hold its versions.
@Entity
@Table(name = "feeling")
class MomentRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "felt_at")
  private Instant feltAt;

  @Column(name = "kept_seqs")
  private long[] keptSeqs = {};

  @Column(name = "first_seq")
  private long firstSeq;

  private boolean dropped;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId owner, UUID id) {
      this(owner.mine().value(), id);
    }
  }

  protected MomentRow() {}

  MomentRow(PersonId owner, Kept kept, long seq) {
    id = new Key(owner, kept.moment());
    firstSeq = seq;
    kept(kept, seq);
  }

  /// The state as the rules see it.
  Moment state() {
    return dropped
        ? new Moment.Dropped(id.id())
        : new Moment.Standing(id.id(), feltAt, keptSeqs.length - 1);
  }

  final void kept(Kept kept, long seq) {
    feltAt = kept.at();
    keptSeqs = LongStream.concat(Arrays.stream(keptSeqs), LongStream.of(seq)).toArray();
  }

  void drop() {
    dropped = true;
  }

  UUID id() {
    return id.id();
  }

  /// Oldest first.
  List<Long> versions() {
    return Arrays.stream(keptSeqs).boxed().toList();
  }

  long currentSeq() {
    return keptSeqs[keptSeqs.length - 1];
  }

  /// Grows with every new one of a person, so that lists are sorted by it.
  long firstSeq() {
    return firstSeq;
  }

  boolean edited() {
    return keptSeqs.length > 1;
  }
}
