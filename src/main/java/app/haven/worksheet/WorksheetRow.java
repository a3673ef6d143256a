package app.haven.worksheet;

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
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a worksheet, and the numbers of the events that hold its words.
/// Nothing in it changes while somebody writes their own view or says *ready*.
@Entity
@Table(name = "worksheet")
class WorksheetRow {
  @EmbeddedId private Key id;
  @Version private int version;

  @Column(name = "opened_by")
  private UUID openedBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_seq")
  private long openedSeq;

  @Column(name = "revealed_at")
  private @Nullable Instant revealedAt;

  @Column(name = "revealed_seq")
  private @Nullable Long revealedSeq;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "written_seqs")
  private long[] writtenSeqs = {};

  /// Whose each of those is.
  @Column(name = "opener_wrote")
  private boolean[] openerWrote = {};

  /// Until where in `ours` they took their words back.
  @Column(name = "opener_erased_seq")
  private long openerErasedSeq;

  @Column(name = "other_erased_seq")
  private long otherErasedSeq;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected WorksheetRow() {}

  WorksheetRow(StreamId ours, Worksheet.Open begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    openedBy = card.openedBy().value();
    openedAt = card.openedAt();
    openedSeq = seq;
  }

  /// The state as the rules see it.
  Worksheet state() {
    var card = new Worksheet.Card(id.id(), new PersonId(openedBy), openedAt);
    if (closedAt != null) return new Worksheet.Closed(card, writtenSeqs.length);
    return revealedAt == null
        ? new Worksheet.Open(card)
        : new Worksheet.Revealed(card, writtenSeqs.length);
  }

  void reveal(Instant at, long seq) {
    revealedAt = at;
    revealedSeq = seq;
  }

  void write(PersonId by, long seq) {
    int before = writtenSeqs.length;
    writtenSeqs = LongStream.concat(Arrays.stream(writtenSeqs), LongStream.of(seq)).toArray();
    openerWrote = Arrays.copyOf(openerWrote, before + 1);
    openerWrote[before] = isOpener(by);
  }

  /// How many versions are this person's.
  int wrote(PersonId by) {
    int own = 0;
    for (boolean opener : openerWrote) if (opener == isOpener(by)) own++;
    return own;
  }

  void close(Instant at) {
    closedAt = at;
  }

  private boolean isOpener(PersonId by) {
    return by.value().equals(openedBy);
  }

  /// The events with words of this person that they have not taken back. What was revealed holds
  /// words of both: the log takes out those of one.
  List<Long> wordsOf(PersonId by) {
    boolean opener = isOpener(by);
    var seqs = LongStream.builder();
    if (opener) seqs.add(openedSeq);
    if (revealedSeq != null) seqs.add(revealedSeq);
    for (int i = 0; i < writtenSeqs.length; i++) {
      if (openerWrote[i] == opener) seqs.add(writtenSeqs[i]);
    }
    long until = opener ? openerErasedSeq : otherErasedSeq;
    return seqs.build().filter(seq -> seq > until).boxed().toList();
  }

  void erase(PersonId by, long seq) {
    if (isOpener(by)) openerErasedSeq = seq;
    else otherErasedSeq = seq;
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant revealedAt() {
    return revealedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }

  /// Grows with every new worksheet of the couple, so that lists are sorted by it.
  long openedSeq() {
    return openedSeq;
  }

  @Nullable Long revealedSeq() {
    return revealedSeq;
  }

  long[] writtenSeqs() {
    return writtenSeqs;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    var shared =
        revealedSeq == null ? LongStream.of(openedSeq) : LongStream.of(openedSeq, revealedSeq);
    return LongStream.concat(shared, Arrays.stream(writtenSeqs));
  }
}
