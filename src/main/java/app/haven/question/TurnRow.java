package app.haven.question;

import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// Who of a couple draws next.
@Entity
@Table(name = "question_turn")
class TurnRow {
  @Id
  @Column(name = "stream_id")
  private UUID stream;

  @Version private int version;
  private UUID whose;
  private Instant since;

  protected TurnRow() {}

  TurnRow(StreamId ours, Turn turn) {
    stream = ours.value();
    set(turn);
  }

  final void set(Turn turn) {
    whose = turn.whose().value();
    since = turn.since();
  }

  Turn turn() {
    return new Turn(new PersonId(whose), since);
  }
}
