package app.haven.carecard;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// A section that its owner shows to the partner, and the number of the event that holds its words.
@Entity
@Table(name = "care_share")
class CareShareRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "share")
  private UUID share;

  @Column(name = "shared_at")
  private Instant sharedAt;

  @Column(name = "shared_seq")
  private long sharedSeq;

  @Embeddable
  record Key(
      @Column(name = "stream_id") UUID stream,
      @Column(name = "owner") UUID owner,
      @Column(name = "section") String section) {
    Key(StreamId ours, PersonId owner, Section section) {
      this(ours.value(), owner.value(), section.wire());
    }
  }

  protected CareShareRow() {}

  CareShareRow(StreamId ours, PersonId owner, CarecardEvent.Shared shared, Instant now, long seq) {
    id = new Key(ours, owner, shared.section());
    sharedAnew(shared, now, seq);
  }

  final void sharedAnew(CarecardEvent.Shared shared, Instant now, long seq) {
    share = shared.share();
    sharedAt = now;
    sharedSeq = seq;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  PersonId owner() {
    return new PersonId(id.owner());
  }

  Section section() {
    return Section.of(id.section());
  }

  UUID share() {
    return share;
  }

  Instant sharedAt() {
    return sharedAt;
  }

  long sharedSeq() {
    return sharedSeq;
  }
}
