package app.haven.need;

import app.haven.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody who agreed to be reminded knows of it; on their own stream.
@Entity
@Table(name = "need_reminder")
class ReminderRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  private boolean paused;

  @Column(name = "paused_until")
  private @Nullable Instant pausedUntil;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId reminded, UUID need) {
      this(reminded.mine().value(), need);
    }
  }

  protected ReminderRow() {}

  ReminderRow(PersonId reminded, UUID need) {
    id = new Key(reminded, need);
  }

  void reminded(Instant at) {
    remindedAt = at;
  }

  void pause(@Nullable Instant until) {
    paused = true;
    pausedUntil = until;
  }

  void resume() {
    paused = false;
    pausedUntil = null;
  }

  boolean pausedAt(Instant now) {
    return paused && (pausedUntil == null || pausedUntil.isAfter(now));
  }

  Key key() {
    return id;
  }

  ReminderView view() {
    return new ReminderView(id.id(), remindedAt, paused ? true : null, pausedUntil);
  }
}
