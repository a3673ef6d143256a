package app.haven.bid;

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

/// What the rules need to know of a bid, and the numbers of the events that hold its words.
@Entity
@Table(name = "bid")
class BidRow {
  @EmbeddedId private Key id;
  @Version private int version;

  private UUID sender;
  private String kind;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "planned_at")
  private @Nullable Instant plannedAt;

  private @Nullable String answer;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "later_at")
  private @Nullable Instant laterAt;

  @Column(name = "faded_at")
  private @Nullable Instant fadedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "made_seq")
  private long madeSeq;

  @Column(name = "answered_seq")
  private @Nullable Long answeredSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected BidRow() {}

  BidRow(StreamId ours, Bid.Open begun, long seq) {
    var reach = begun.reach();
    id = new Key(ours, reach.id());
    sender = reach.sender().value();
    kind = reach.kind().wire();
    madeAt = reach.madeAt();
    plannedAt = reach.at();
    madeSeq = seq;
  }

  /// The state as the rules see it.
  Bid state() {
    var reach = new Bid.Reach(id.id(), new PersonId(sender), BidKind.of(kind), madeAt, plannedAt);
    if (withdrawnAt != null) return new Bid.Gone(reach, withdrawnAt);
    if (answer != null && answeredAt != null) {
      return new Bid.Heard(reach, Answer.of(answer), answeredAt, laterAt);
    }
    return fadedAt == null ? new Bid.Open(reach) : new Bid.Quiet(reach, fadedAt);
  }

  /// @param seq the number of the event in `ours`
  void remember(Bid after, long seq) {
    switch (after) {
      case Bid.Open _ -> {}
      case Bid.Quiet quiet -> fadedAt = quiet.at();
      case Bid.Heard heard -> {
        answer = heard.answer().wire();
        answeredAt = heard.at();
        laterAt = heard.later();
        answeredSeq = seq;
      }
      case Bid.Gone gone -> withdrawnAt = gone.at();
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Instant madeAt() {
    return madeAt;
  }

  /// Grows with every new bid of the couple, so that lists are sorted by it.
  long madeSeq() {
    return madeSeq;
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }

  /// When this kind was answered with not now, if that answer stands. A bid that was taken back
  /// afterwards counts as well: taking back is no way round the rest.
  @Nullable Instant no() {
    return answer != null && Answer.of(answer) == Answer.NOT_NOW ? answeredAt : null;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    return Stream.of(madeSeq, answeredSeq).filter(seq -> seq != null).mapToLong(Long::longValue);
  }
}
