package app.haven.need;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is the same for a need and a boundary that were shared: whose, in which versions, when.
@MappedSuperclass
abstract class SharedRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID author;

  @Column(name = "shared_seq")
  private long sharedSeq;

  @Column(name = "shared_seqs")
  private long[] sharedSeqs = {};

  /// In milliseconds.
  @Column(name = "shared_times")
  private long[] sharedTimes = {};

  @Column(name = "taken_back_at")
  private @Nullable Instant takenBackAt;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected SharedRow() {}

  SharedRow(StreamId ours, UUID id, PersonId author) {
    this.id = new Key(ours, id);
    this.author = author.value();
  }

  void sharedAt(Instant at, long seq) {
    if (sharedSeqs.length == 0) sharedSeq = seq;
    sharedSeqs = Longs.with(sharedSeqs, seq);
    sharedTimes = Longs.with(sharedTimes, at.toEpochMilli());
    takenBackAt = null;
  }

  void takeBack(Instant at) {
    takenBackAt = at;
  }

  boolean shared() {
    return sharedSeqs.length > 0 && takenBackAt == null;
  }

  int versions() {
    return sharedSeqs.length;
  }

  /// The events that hold the words of every version, oldest first.
  List<Long> sharedSeqs() {
    return Longs.list(sharedSeqs);
  }

  long currentSeq() {
    return Longs.last(sharedSeqs);
  }

  /// Newest first.
  List<Instant> sharedTimes() {
    return Longs.times(sharedTimes);
  }

  Instant firstAt() {
    return Instant.ofEpochMilli(sharedTimes[0]);
  }

  @Nullable Instant takenBackAt() {
    return takenBackAt;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  PersonId author() {
    return new PersonId(author);
  }

  /// Grows with everything new that the couple shares, so that lists are sorted by it.
  long sharedSeq() {
    return sharedSeq;
  }
}
