package app.haven.agreement;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import app.haven.kernel.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody set to be reminded of an agreement, on their own stream, and the number of the
/// event there that holds its words. Where the agreement has ended it says nothing any more.
@Entity
@Table(name = "agreement_reminder")
class AgreementReminderRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "set_seq")
  private long setSeq;

  private String times = "";

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  private boolean paused;

  @Column(name = "paused_until")
  private @Nullable Instant pausedUntil;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(PersonId reminded, UUID agreement) {
      this(reminded.mine().value(), agreement);
    }
  }

  protected AgreementReminderRow() {}

  AgreementReminderRow(PersonId reminded, UUID agreement) {
    id = new Key(reminded, agreement);
  }

  /// A new one: nothing is left of the one before.
  void set(Times when, long seq) {
    setSeq = seq;
    times = when.text();
    remindedAt = null;
    resume();
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

  AgreementReminder state() {
    return new AgreementReminder(Times.of(times), paused, pausedUntil);
  }

  Key key() {
    return id;
  }

  UUID agreement() {
    return id.id();
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  long setSeq() {
    return setSeq;
  }

  @Nullable Instant remindedAt() {
    return remindedAt;
  }
}
