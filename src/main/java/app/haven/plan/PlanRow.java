package app.haven.plan;

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
import org.jspecify.annotations.Nullable;

/// What the rules know of a plan, and the numbers of the events that hold its words.
@Entity
@Table(name = "plan")
class PlanRow {
  @EmbeddedId private Key id;
  @Version private int version;
  private UUID maker;

  @Column(name = "made_at")
  private Instant madeAt;

  /// Its own time, or that of its making: how long it is shown.
  @Column(name = "about_at")
  private Instant aboutAt;

  private @Nullable UUID leader;
  private @Nullable String answer;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "let_go_at")
  private @Nullable Instant letGoAt;

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

  protected PlanRow() {}

  PlanRow(StreamId ours, Plan.Open begun, @Nullable Instant at, long seq) {
    id = new Key(ours, begun.made().id());
    maker = begun.made().maker().value();
    madeAt = begun.made().at();
    aboutAt = at == null ? madeAt : at;
    madeSeq = seq;
    set(begun);
  }

  /// The state as the rules see it.
  Plan state() {
    var open =
        new Plan.Open(
            new Plan.Made(id.id(), new PersonId(maker), madeAt),
            leader == null ? null : new PersonId(leader),
            answer == null ? null : Answer.of(answer),
            answeredAt);
    return letGoAt == null ? open : new Plan.Gone(open, letGoAt);
  }

  void remember(Plan after, PlanEvent event, long seq) {
    if (event instanceof PlanEvent.Answered) answeredSeq = seq;
    set(after);
  }

  private void set(Plan state) {
    switch (state) {
      case Plan.Open open -> {
        leader = open.leader() == null ? null : open.leader().value();
        answer = open.answer() == null ? null : open.answer().wire();
        answeredAt = open.answeredAt();
      }
      case Plan.Gone gone -> letGoAt = gone.at();
    }
  }

  StreamId stream() {
    return new StreamId(id.stream());
  }

  PersonId maker() {
    return new PersonId(maker);
  }

  Instant madeAt() {
    return madeAt;
  }

  long madeSeq() {
    return madeSeq;
  }

  @Nullable Long answeredSeq() {
    return answeredSeq;
  }
}
