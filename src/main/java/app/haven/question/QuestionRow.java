package app.haven.question;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a question, and the numbers of the events that hold its words.
@Entity
@Table(name = "question")
class QuestionRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private String depth;
  private @Nullable String deck;
  private @Nullable UUID own;

  /// Counts how often the deck of this depth began anew.
  private int lap;

  private UUID drawer;

  /// Who let it come: the drawer, or whoever skipped the one before.
  @Column(name = "called_by")
  private UUID calledBy;

  @Column(name = "drawn_at")
  private Instant drawnAt;

  @Column(name = "drawn_seq")
  private long drawnSeq;

  @Column(name = "gone_at")
  private @Nullable Instant goneAt;

  @Column(name = "revealed_at")
  private @Nullable Instant revealedAt;

  @Column(name = "revealed_seq")
  private @Nullable Long revealedSeq;

  private UUID[] thanked = {};

  @Column(name = "thanked_seqs")
  private long[] thankedSeqs = {};

  private UUID[] erased = {};

  @Embeddable
  record Key(@Column(name = "stream_id") UUID stream, @Column(name = "id") UUID id) {
    Key(StreamId stream, UUID id) {
      this(stream.value(), id);
    }
  }

  protected QuestionRow() {}

  QuestionRow(StreamId ours, Question begun, int lap, PersonId calledBy, long seq) {
    var card = begun.card();
    id = new Key(ours, card.id());
    depth = card.depth().wire();
    deck = card.asks().deck();
    own = card.asks().own();
    this.lap = lap;
    drawer = card.drawer().value();
    this.calledBy = calledBy.value();
    drawnAt = card.drawnAt();
    drawnSeq = seq;
  }

  /// The state as the rules see it.
  Question state() {
    var card = new Question.Card(id.id(), Depth.of(depth), asks(), new PersonId(drawer), drawnAt);
    if (goneAt != null) return new Question.Away(card);
    return revealedAt == null
        ? new Question.Open(card)
        : new Question.Revealed(card, people(thanked), people(erased));
  }

  private static List<PersonId> people(UUID[] ids) {
    return Arrays.stream(ids).map(PersonId::new).toList();
  }

  void putAway(Instant at) {
    goneAt = at;
  }

  void reveal(Instant at, long seq) {
    revealedAt = at;
    revealedSeq = seq;
  }

  /// Whoever took their words back and says something once more has words there once more.
  void thank(PersonId by, long seq) {
    thanked = plus(thanked, by);
    thankedSeqs = LongStream.concat(Arrays.stream(thankedSeqs), LongStream.of(seq)).toArray();
    erased = Arrays.stream(erased).filter(one -> !one.equals(by.value())).toArray(UUID[]::new);
  }

  void erase(PersonId by) {
    erased = plus(erased, by);
  }

  private static UUID[] plus(UUID[] ids, PersonId one) {
    return Stream.concat(Arrays.stream(ids), Stream.of(one.value())).toArray(UUID[]::new);
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  UUID id() {
    return id.id();
  }

  Asks asks() {
    return new Asks(deck, own);
  }

  int lap() {
    return lap;
  }

  Instant drawnAt() {
    return drawnAt;
  }

  @Nullable Instant revealedAt() {
    return revealedAt;
  }

  @Nullable Long revealedSeq() {
    return revealedSeq;
  }

  /// Grows with every new question of the couple, so that lists are sorted by it.
  long drawnSeq() {
    return drawnSeq;
  }

  long[] thankedSeqs() {
    return thankedSeqs;
  }

  /// Every event that holds somebody's words.
  List<Long> seqs() {
    var answers = revealedSeq == null ? LongStream.empty() : LongStream.of(revealedSeq);
    return LongStream.concat(answers, Arrays.stream(thankedSeqs)).boxed().toList();
  }
}
