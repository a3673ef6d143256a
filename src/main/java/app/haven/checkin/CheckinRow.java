package app.haven.checkin;

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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a check-in, and the numbers of the events that hold its words.
@Entity
@Table(name = "checkin")
class CheckinRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID teller;

  @Column(name = "told_at")
  private Instant toldAt;

  private @Nullable String offer;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "told_seq")
  private long toldSeq;

  @Column(name = "answered_seq")
  private @Nullable Long answeredSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected CheckinRow() {}

  CheckinRow(StreamId ours, Checkin.Open begun, long seq) {
    var day = begun.day();
    id = new Key(ours, day.id());
    teller = day.teller().value();
    toldAt = day.toldAt();
    toldSeq = seq;
  }

  /// The state as the rules see it.
  Checkin state() {
    var day = new Checkin.Day(id.id(), new PersonId(teller), toldAt);
    if (withdrawnAt != null) return new Checkin.Gone(day, withdrawnAt);
    if (answeredAt == null) return new Checkin.Open(day);
    return new Checkin.Heard(day, offer == null ? null : Offer.of(offer), answeredAt);
  }

  /// @param seq the number of the event in `ours`
  void remember(Checkin after, long seq) {
    switch (after) {
      case Checkin.Open _ -> {}
      case Checkin.Heard heard -> {
        offer = heard.offer() == null ? null : heard.offer().wire();
        answeredAt = heard.at();
        answeredSeq = seq;
      }
      case Checkin.Gone gone -> withdrawnAt = gone.at();
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  Instant toldAt() {
    return toldAt;
  }

  /// Grows with every new one of the couple, so that lists are sorted by it.
  long toldSeq() {
    return toldSeq;
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    return Stream.of(toldSeq, answeredSeq).filter(seq -> seq != null).mapToLong(Long::longValue);
  }
}
