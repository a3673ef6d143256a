package app.haven.bid;

import app.haven.kernel.Fact;
import app.haven.kernel.Target;
import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;

/// What happens to a note.
sealed interface NoteEvent {
  UUID note();

  /// The same for both, whether its author sent it or its time came.
  record Sent(UUID note, @Words String words) implements NoteEvent {}

  record Planned(UUID note, UUID couple, @Words String words, Instant at) implements NoteEvent {}

  record Cancelled(UUID note) implements NoteEvent {}

  /// To its author: a planned note has gone out.
  record PassedOn(UUID note) implements NoteEvent {}

  /// The name on the wire.
  default String kind() {
    return switch (this) {
      case Sent _ -> Note.SENT;
      case Planned _ -> "note.planned";
      case Cancelled _ -> "note.cancelled";
      case PassedOn _ -> Note.PASSED_ON;
    };
  }

  default Fact fact() {
    return new Fact(this instanceof Sent ? Target.OURS : Target.MINE, kind(), (Record) this);
  }
}
