package app.haven.timeout;

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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a time-out, and the numbers of the events that hold its words:
/// the words themselves live once, in the log.
@Entity
@Table(name = "timeout")
class TimeoutRow {
  @EmbeddedId private Key id;
  @Version private int version;

  private UUID caller;

  @Column(name = "called_at")
  private Instant calledAt;

  @Column(name = "return_at")
  private Instant returnAt;

  @Column(name = "checked_in_at")
  private @Nullable Instant checkedInAt;

  private @Nullable String ending;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "talk_at")
  private @Nullable Instant talkAt;

  @Column(name = "called_seq")
  private long calledSeq;

  @Column(name = "acknowledged_seq")
  private @Nullable Long acknowledgedSeq;

  @Column(name = "checked_in_seq")
  private @Nullable Long checkedInSeq;

  @Column(name = "extended_seq")
  private @Nullable Long extendedSeq;

  @Column(name = "overdue_seq")
  private @Nullable Long overdueSeq;

  @Column(name = "ended_seq")
  private @Nullable Long endedSeq;

  @Column(name = "note_seqs")
  private long[] noteSeqs = {};

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected TimeoutRow() {}

  TimeoutRow(StreamId ours, Timeout.Open begun, long seq) {
    id = new Key(ours, begun.id());
    caller = begun.caller().value();
    calledAt = begun.calledAt();
    calledSeq = seq;
    set(begun);
  }

  /// The state as the rules see it.
  Timeout state() {
    var person = new PersonId(caller);
    if (ending == null || endedAt == null) {
      return new Timeout.Open(
          id.id(),
          person,
          calledAt,
          returnAt,
          acknowledgedSeq != null,
          checkedInAt,
          overdueSeq != null,
          noteSeqs.length);
    }
    var how = Timeout.Ending.valueOf(ending.toUpperCase(Locale.ROOT));
    return new Timeout.Ended(id.id(), person, calledAt, returnAt, how, endedAt, talkAt);
  }

  /// @param seq the number of the event in `ours`
  void remember(Timeout after, TimeoutEvent event, long seq) {
    switch (event) {
      case TimeoutEvent.Called _ -> calledSeq = seq;
      case TimeoutEvent.Acknowledged _ -> acknowledgedSeq = seq;
      case TimeoutEvent.CheckedIn _ -> checkedInSeq = seq;
      case TimeoutEvent.Extended _ -> {
        extendedSeq = seq;
        overdueSeq = null;
      }
      case TimeoutEvent.Noted _ ->
          noteSeqs = LongStream.concat(Arrays.stream(noteSeqs), LongStream.of(seq)).toArray();
      case TimeoutEvent.Overdue _ -> overdueSeq = seq;
      case TimeoutEvent.Returned _, TimeoutEvent.LetGo _, TimeoutEvent.Lapsed _ -> endedSeq = seq;
      case TimeoutEvent.Reminder _ -> {}
    }
    set(after);
  }

  void set(Timeout state) {
    switch (state) {
      case Timeout.Open open -> {
        returnAt = open.returnAt();
        checkedInAt = open.checkedInAt();
      }
      case Timeout.Ended ended -> {
        ending = ended.how().wire();
        endedAt = ended.at();
        talkAt = ended.talkAt();
      }
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  /// Grows with every new time-out of the couple, so that lists are sorted by it.
  long calledSeq() {
    return calledSeq;
  }

  @Nullable Long acknowledgedSeq() {
    return acknowledgedSeq;
  }

  @Nullable Long checkedInSeq() {
    return checkedInSeq;
  }

  @Nullable Long extendedSeq() {
    return extendedSeq;
  }

  @Nullable Long overdueSeq() {
    return overdueSeq;
  }

  @Nullable Long endedSeq() {
    return endedSeq;
  }

  long[] noteSeqs() {
    return noteSeqs;
  }

  /// Every event that a view of this row reads.
  LongStream seqs() {
    var single =
        Stream.of(calledSeq, acknowledgedSeq, checkedInSeq, extendedSeq, overdueSeq, endedSeq)
            .filter(seq -> seq != null)
            .mapToLong(Long::longValue);
    return LongStream.concat(single, Arrays.stream(noteSeqs));
  }
}
