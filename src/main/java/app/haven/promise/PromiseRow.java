package app.haven.promise;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a promise, and the numbers of the events that hold its words.
/// Nothing in it adds promises up.
@Entity
@Table(name = "promise")
class PromiseRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID maker;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "kept_at")
  private @Nullable Instant keptAt;

  @Column(name = "let_go_at")
  private @Nullable Instant letGoAt;

  @Column(name = "made_seq")
  private long madeSeq;

  @Column(name = "changed_seqs")
  private long[] changedSeqs = {};

  @Column(name = "let_go_seq")
  private @Nullable Long letGoSeq;

  @Column(name = "thanked_seq")
  private @Nullable Long thankedSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected PromiseRow() {}

  PromiseRow(StreamId ours, Promise.Open begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    maker = card.maker().value();
    madeAt = card.madeAt();
    dueAt = begun.due();
    madeSeq = seq;
  }

  /// The state as the rules see it.
  Promise state() {
    var card = new Promise.Card(id.id(), new PersonId(maker), madeAt);
    if (keptAt != null) return new Promise.Kept(card, dueAt, thankedSeq != null);
    if (letGoAt != null) return new Promise.Gone(card, dueAt);
    return new Promise.Open(card, dueAt, changedSeqs.length);
  }

  /// @param at when the event happened
  /// @param seq its number in `ours`
  void remember(PromiseEvent event, Instant at, long seq) {
    switch (event) {
      case PromiseEvent.Changed changed -> {
        dueAt = changed.due();
        changedSeqs = LongStream.concat(Arrays.stream(changedSeqs), LongStream.of(seq)).toArray();
      }
      case PromiseEvent.Kept _ -> keptAt = at;
      case PromiseEvent.LetGo _ -> {
        letGoAt = at;
        letGoSeq = seq;
      }
      case PromiseEvent.Thanked _ -> thankedSeq = seq;
      case PromiseEvent.Made _, PromiseEvent.Soon _, PromiseEvent.Due _ -> {}
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

  @Nullable Instant keptAt() {
    return keptAt;
  }

  @Nullable Instant letGoAt() {
    return letGoAt;
  }

  /// Grows with every new promise of the couple, so that lists are sorted by it.
  long madeSeq() {
    return madeSeq;
  }

  long[] changedSeqs() {
    return changedSeqs;
  }

  @Nullable Long letGoSeq() {
    return letGoSeq;
  }

  @Nullable Long thankedSeq() {
    return thankedSeq;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    var single = Stream.of(madeSeq, letGoSeq, thankedSeq).filter(Objects::nonNull);
    return LongStream.concat(single.mapToLong(Long::longValue), Arrays.stream(changedSeqs));
  }
}
