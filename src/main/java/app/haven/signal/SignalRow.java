package app.haven.signal;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A signal that was sent, for as long as it is shown.
@Entity
@Table(name = "signal")
class SignalRow {
  @EmbeddedId private Key id;

  @Column(name = "at")
  private Instant sentAt;

  @Column(name = "by_person")
  private UUID author;

  private String signal;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "seq") long seq) {}

  protected SignalRow() {}

  SignalRow(StreamId ours, long seq, Instant at, PersonId by, Signal signal) {
    id = new Key(ours.value(), seq);
    sentAt = at;
    author = by.value();
    this.signal = signal.wire();
  }

  Instant at() {
    return sentAt;
  }

  PersonId by() {
    return new PersonId(author);
  }

  Signal signal() {
    return Signal.valueOf(signal.toUpperCase(Locale.ROOT));
  }
}
