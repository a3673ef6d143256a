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
  @EmbeddedId private Key key;
  private Instant at;

  @Column(name = "by_person")
  private UUID by;

  private String signal;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "seq") long seq) {}

  protected SignalRow() {}

  SignalRow(StreamId ours, long seq, Instant at, PersonId by, Signal signal) {
    key = new Key(ours.value(), seq);
    this.at = at;
    this.by = by.value();
    this.signal = signal.wire();
  }

  Instant at() {
    return at;
  }

  PersonId by() {
    return new PersonId(by);
  }

  Signal signal() {
    return Signal.valueOf(signal.toUpperCase(Locale.ROOT));
  }
}
