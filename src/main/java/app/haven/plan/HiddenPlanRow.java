package app.haven.plan;

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
import org.jspecify.annotations.Nullable;

/// A surprise that waits, and the number of the event in `mine` that holds its words.
@Entity
@Table(name = "hidden_plan")
class HiddenPlanRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "couple_id")
  private UUID couple;

  @Column(name = "reveal_at")
  private @Nullable Instant revealAt;

  @Column(name = "hidden_seq")
  private long hiddenSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId author, UUID id) {
      this(author.mine().value(), id);
    }
  }

  protected HiddenPlanRow() {}

  HiddenPlanRow(PersonId author, PlanEvent.Hidden hidden, long seq) {
    id = new Key(author, hidden.plan());
    couple = hidden.couple();
    revealAt = hidden.revealAt();
    hiddenSeq = seq;
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

  @Nullable Instant revealAt() {
    return revealAt;
  }

  boolean isDue(Instant now) {
    return revealAt != null && !revealAt.isAfter(now);
  }

  long hiddenSeq() {
    return hiddenSeq;
  }
}
