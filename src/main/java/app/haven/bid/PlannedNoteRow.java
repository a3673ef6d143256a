package app.haven.bid;

import app.haven.kernel.CoupleId;
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

/// A note that waits for its time, and the number of the event in `mine` that holds its words.
@Entity
@Table(name = "planned_note")
class PlannedNoteRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "couple_id")
  private UUID couple;

  @Column(name = "at")
  private Instant goesAt;

  @Column(name = "planned_seq")
  private long plannedSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId author, UUID id) {
      this(author.mine().value(), id);
    }
  }

  protected PlannedNoteRow() {}

  PlannedNoteRow(PersonId author, NoteEvent.Planned planned, long seq) {
    id = new Key(author, planned.note());
    couple = planned.couple();
    goesAt = planned.at();
    plannedSeq = seq;
  }

  /// A person has the id of their own stream.
  PersonId author() {
    return new PersonId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  StreamId ours() {
    return new CoupleId(couple).ours();
  }

  Instant at() {
    return goesAt;
  }

  long plannedSeq() {
    return plannedSeq;
  }
}
