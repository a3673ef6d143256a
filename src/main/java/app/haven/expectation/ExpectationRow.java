package app.haven.expectation;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an exchange, and the number of the event that holds the answers.
/// Nothing in it changes while somebody writes or says *ready*.
@Entity
@Table(name = "expectation")
class ExpectationRow {
  private static final String NONE = "";

  @EmbeddedId private Key id;
  @Version private int version;
  private String topic;

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

  /// Of each line, of the one who opened it.
  @Column(name = "opener_marks")
  private String[] openerMarks = {NONE, NONE, NONE};

  @Column(name = "other_marks")
  private String[] otherMarks = {NONE, NONE, NONE};

  @Column(name = "opener_erased")
  private boolean openerErased;

  @Column(name = "other_erased")
  private boolean otherErased;

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected ExpectationRow() {}

  ExpectationRow(StreamId ours, Expectation.Open begun, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    topic = card.topic().wire();
    openedBy = card.openedBy().value();
    openedAt = card.openedAt();
    openedSeq = seq;
  }

  /// The state as the rules see it.
  Expectation state() {
    var card = new Expectation.Card(id.id(), Topic.of(topic), new PersonId(openedBy), openedAt);
    return revealedAt == null
        ? new Expectation.Open(card)
        : new Expectation.Revealed(card, revealedAt);
  }

  void reveal(Instant at, long seq) {
    revealedAt = at;
    revealedSeq = seq;
  }

  void mark(PersonId by, ExpectationEvent.Marked marked) {
    var marks = marks(by).clone();
    marks[marked.line().ordinal()] = marked.mark().wire();
    if (isOpener(by)) openerMarks = marks;
    else otherMarks = marks;
  }

  private String[] marks(PersonId by) {
    return isOpener(by) ? openerMarks : otherMarks;
  }

  private boolean isOpener(PersonId by) {
    return by.value().equals(openedBy);
  }

  Optional<Mark> marked(PersonId by, Line line) {
    return Optional.ofNullable(marked(by).get(line));
  }

  /// What this person marked so far.
  Map<Line, Mark> marked(PersonId by) {
    var marked = new EnumMap<Line, Mark>(Line.class);
    for (var line : Line.values()) {
      var mark = marks(by)[line.ordinal()];
      if (!mark.isEmpty()) marked.put(line, Mark.of(mark));
    }
    return marked;
  }

  /// Whether this person took their words back.
  boolean erased(PersonId by) {
    return isOpener(by) ? openerErased : otherErased;
  }

  void erase(PersonId by) {
    if (isOpener(by)) openerErased = true;
    else otherErased = true;
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

  /// Grows with every new exchange of the couple, so that lists are sorted by it.
  long openedSeq() {
    return openedSeq;
  }

  @Nullable Long revealedSeq() {
    return revealedSeq;
  }
}
