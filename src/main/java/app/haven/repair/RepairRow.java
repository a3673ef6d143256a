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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an attempt, and the numbers of the events that hold its words.
@Entity
@Table(name = "repair")
class RepairRow {
  @EmbeddedId private Key id;
  @Version private int version;

  private UUID thread;
  private UUID giver;

  @Column(name = "offered_at")
  private Instant offeredAt;

  private @Nullable String answer;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "until_at")
  private @Nullable Instant until;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "offered_seq")
  private long offeredSeq;

  @Column(name = "answered_seq")
  private @Nullable Long answeredSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected RepairRow() {}

  RepairRow(StreamId ours, Repair.Open begun, long seq) {
    var attempt = begun.attempt();
    id = new Key(ours, attempt.id());
    thread = attempt.thread();
    giver = attempt.giver().value();
    offeredAt = attempt.offeredAt();
    offeredSeq = seq;
  }

  /// The state as the rules see it.
  Repair state() {
    var attempt = new Repair.Attempt(id.id(), thread, new PersonId(giver), offeredAt);
    if (withdrawnAt != null) return new Repair.Gone(attempt, withdrawnAt);
    if (answer != null && answeredAt != null) {
      return new Repair.Heard(attempt, Answer.of(answer), answeredAt, until);
    }
    return new Repair.Open(attempt);
  }

  /// @param seq the number of the event in `ours`
  void remember(Repair after, long seq) {
    switch (after) {
      case Repair.Open _ -> {}
      case Repair.Heard heard -> {
        answer = heard.answer().wire();
        answeredAt = heard.at();
        until = heard.until();
        answeredSeq = seq;
      }
      case Repair.Gone gone -> withdrawnAt = gone.at();
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Instant offeredAt() {
    return offeredAt;
  }

  /// Grows with every new attempt of the couple, so that lists are sorted by it.
  long offeredSeq() {
    return offeredSeq;
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }

  /// Until when time was asked for, if that answer stands. An attempt that was taken back
  /// afterwards counts as well: taking back is no way round the rest.
  @Nullable Instant until() {
    return until;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    return Stream.of(offeredSeq, answeredSeq).filter(seq -> seq != null).mapToLong(Long::longValue);
  }
}
