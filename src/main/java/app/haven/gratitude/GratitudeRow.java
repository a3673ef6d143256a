package app.haven.gratitude;

import app.haven.gratitude.Gratitude.Part;
import app.haven.gratitude.Gratitude.Thanks;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an entry, and the numbers of the events that hold its words, on
/// the couple's stream or on its author's own.
@Entity
@Table(name = "gratitude")
class GratitudeRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "by_person")
  private UUID author;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_seq")
  private long addedSeq;

  @Column(name = "edited_seqs")
  private long[] editedSeqs = {};

  @Column(name = "thanked_seq")
  private @Nullable Long thankedSeq;

  private String thanks;
  private boolean pinned;
  private boolean erased;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected GratitudeRow() {}

  GratitudeRow(StreamId stream, Gratitude.Kept begun, Instant at, long seq) {
    id = new Key(stream, begun.id());
    author = begun.author().value();
    addedAt = at;
    addedSeq = seq;
    set(begun);
  }

  /// The state as the rules see it.
  Gratitude state() {
    var by = new PersonId(author);
    var said = Thanks.valueOf(thanks.toUpperCase(Locale.ROOT));
    return erased
        ? new Gratitude.Erased(id.id(), by, said)
        : new Gratitude.Kept(id.id(), by, editedSeqs.length, said, pinned);
  }

  void remember(Gratitude after, GratitudeEvent event, long seq) {
    switch (event) {
      case GratitudeEvent.Edited _ ->
          editedSeqs = LongStream.concat(Arrays.stream(editedSeqs), LongStream.of(seq)).toArray();
      case GratitudeEvent.Thanked _ -> thankedSeq = seq;
      case GratitudeEvent.Added _, GratitudeEvent.Pinned _, GratitudeEvent.Unpinned _ -> {}
    }
    set(after);
  }

  void set(Gratitude state) {
    thanks = state.thanks().name().toLowerCase(Locale.ROOT);
    erased = state instanceof Gratitude.Erased;
    pinned = state instanceof Gratitude.Kept kept && kept.pinned();
  }

  /// The events that hold these words, in all versions.
  List<Long> holding(Part part) {
    return switch (part) {
      case ENTRY -> versions().boxed().toList();
      case THANKS -> List.of(Objects.requireNonNull(thankedSeq));
    };
  }

  /// Oldest first.
  LongStream versions() {
    return LongStream.concat(LongStream.of(addedSeq), Arrays.stream(editedSeqs));
  }

  long currentSeq() {
    return editedSeqs.length == 0 ? addedSeq : editedSeqs[editedSeqs.length - 1];
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  Instant addedAt() {
    return addedAt;
  }

  /// Grows with every new entry of a list, so that lists are sorted by it.
  long addedSeq() {
    return addedSeq;
  }

  boolean edited() {
    return editedSeqs.length > 0;
  }

  @Nullable Long thankedSeq() {
    return thankedSeq;
  }
}
