package app.haven.repair;

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

/// A follow-up that stands.
@Entity
@Table(name = "repair_follow_up")
class FollowUpRow {
  @EmbeddedId private Key id;
  @Version private int version;

  private UUID giver;
  private int days;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "thread") UUID thread) {
    Key(StreamId stream, UUID thread) {
      this(stream.value(), thread);
    }
  }

  protected FollowUpRow() {}

  FollowUpRow(StreamId ours, FollowUp asked) {
    id = new Key(ours, asked.thread());
    giver = asked.giver().value();
    set(asked);
  }

  final void set(FollowUp asked) {
    days = asked.days();
    askedAt = asked.askedAt();
  }

  FollowUp state() {
    return new FollowUp(id.thread(), new PersonId(giver), days, askedAt);
  }
}
