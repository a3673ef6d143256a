package app.haven.feeling;

import app.haven.feeling.SharedMoment.Heard;
import app.haven.feeling.SharedMoment.Part;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a moment that was shared, and the numbers of the events in `ours`
/// that hold its words.
@Entity
@Table(name = "shared_feeling")
class SharedMomentRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID author;

  @Column(name = "shared_at")
  private Instant sharedAt;

  @Column(name = "shared_seq")
  private long sharedSeq;

  private String heard;

  @Column(name = "answered_seq")
  private @Nullable Long answeredSeq;

  private boolean back;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected SharedMomentRow() {}

  SharedMomentRow(StreamId ours, SharedMoment begun, Instant at, long seq) {
    id = new Key(ours, begun.id());
    author = begun.author().value();
    sharedAt = at;
    sharedSeq = seq;
    set(begun);
  }

  /// The state as the rules see it.
  SharedMoment state() {
    return new SharedMoment(id.id(), new PersonId(author), Heard.of(heard), back);
  }

  final void set(SharedMoment state) {
    heard = state.heard().wire();
    back = state.back();
  }

  void answered(SharedMoment after, long seq) {
    answeredSeq = seq;
    set(after);
  }

  /// The events that hold these words.
  List<Long> holding(Part part) {
    return switch (part) {
      case SHARED -> List.of(sharedSeq);
      case ANSWER -> List.of(Objects.requireNonNull(answeredSeq));
    };
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  Instant sharedAt() {
    return sharedAt;
  }

  /// Grows with every new one of the couple, so that lists are sorted by it.
  long sharedSeq() {
    return sharedSeq;
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }
}
