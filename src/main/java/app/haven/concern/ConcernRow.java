package app.haven.concern;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a concern, and the numbers of the events that hold its words.
@Entity
@Table(name = "concern")
class ConcernRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID author;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Column(name = "opened_at")
  private @Nullable Instant openedAt;

  @Column(name = "needs_time_until")
  private @Nullable Instant needsTimeUntil;

  @Column(name = "rested_at")
  private @Nullable Instant restedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  private @Nullable String how;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  /// When it last left the one place.
  @Column(name = "freed_at")
  private @Nullable Instant freedAt;

  @Column(name = "raised_seq")
  private long raisedSeq;

  @Column(name = "heard_seqs")
  private long[] heardSeqs = {};

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected ConcernRow() {}

  ConcernRow(StreamId ours, Concern begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    author = card.author().value();
    raisedAt = card.raisedAt();
    openedAt = begun instanceof Concern.Open ? raisedAt : null;
    raisedSeq = seq;
  }

  /// The state as the rules see it.
  Concern state() {
    var card = new Concern.Card(id.id(), new PersonId(author), raisedAt);
    if (withdrawnAt != null) return new Concern.Gone(card);
    if (closedAt != null) return new Concern.Closed(card, how == null ? null : How.of(how));
    return openedAt == null || restedAt != null
        ? new Concern.Parked(card, heardSeqs.length)
        : new Concern.Open(card, heardSeqs.length, needsTimeUntil);
  }

  /// @param at when the event happened
  /// @param seq its number in `ours`
  void remember(ConcernEvent event, Instant at, long seq) {
    boolean open = state() instanceof Concern.Open;
    switch (event) {
      case ConcernEvent.Opened _ -> {
        openedAt = at;
        restedAt = null;
        freedAt = null;
      }
      case ConcernEvent.Heard _ ->
          heardSeqs = LongStream.concat(Arrays.stream(heardSeqs), LongStream.of(seq)).toArray();
      case ConcernEvent.Closed closed -> {
        closedAt = at;
        how = closed.how().wire();
      }
      case ConcernEvent.Withdrawn _ -> withdrawnAt = at;
      case ConcernEvent.Rested _ -> restedAt = at;
      case ConcernEvent.TimeNeeded _,
          ConcernEvent.Kept _,
          ConcernEvent.Discarded _,
          ConcernEvent.Raised _,
          ConcernEvent.Due _ -> {}
    }
    needsTimeUntil = event instanceof ConcernEvent.TimeNeeded asked ? asked.until() : null;
    if (open && !(state() instanceof Concern.Open)) freedAt = at;
  }

  /// As leaving does: without an event, for nobody reads this stream any more.
  void leave(Instant at) {
    closedAt = at;
    freedAt = at;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Instant raisedAt() {
    return raisedAt;
  }

  @Nullable Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant restedAt() {
    return restedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }

  @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }

  /// When this one last left the place; null where it never had it, or has it.
  @Nullable Instant freedAt() {
    return freedAt;
  }

  /// Grows with every new concern of the couple, so that lists are sorted by it.
  long raisedSeq() {
    return raisedSeq;
  }

  long[] heardSeqs() {
    return heardSeqs;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    return LongStream.concat(LongStream.of(raisedSeq), Arrays.stream(heardSeqs));
  }
}
