package app.haven.weekly;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Weekday;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day and a time that somebody proposed, and what became of it.
@Entity
@Table(name = "weekly_rhythm")
class RhythmRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  private String weekday;
  private LocalTime time;
  private String zone;
  private String form;

  @Column(name = "agreed_at")
  private @Nullable Instant agreedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected RhythmRow() {}

  RhythmRow(StreamId ours, Rhythm.Proposal proposal, Instant at) {
    var rhythm = proposal.rhythm();
    id = new Key(ours, rhythm.id());
    proposedBy = proposal.by().value();
    proposedAt = at;
    weekday = rhythm.weekday().name();
    time = rhythm.time();
    zone = rhythm.zone().getId();
    form = rhythm.form().name();
  }

  Rhythm rhythm() {
    return new Rhythm(id.id(), Weekday.valueOf(weekday), time, ZoneId.of(zone), Form.valueOf(form));
  }

  Rhythm.Proposal proposal() {
    return new Rhythm.Proposal(rhythm(), proposedBy());
  }

  void agree(Instant at) {
    agreedAt = at;
  }

  /// It was stopped, or another one took its place.
  void end(Instant at) {
    endedAt = at;
  }

  boolean agreed() {
    return agreedAt != null;
  }

  /// Only where it is agreed.
  Instant agreedAt() {
    return Objects.requireNonNull(agreedAt);
  }

  PersonId proposedBy() {
    return new PersonId(proposedBy);
  }

  Instant proposedAt() {
    return proposedAt;
  }
}
