package app.haven.bid;

import app.haven.kernel.Words;
import java.time.Instant;
import java.util.UUID;

/// A few words that ask for nothing.
sealed interface NoteCommand {
  UUID note();

  record Send(UUID note, @Words String words) implements NoteCommand {}

  /// @param couple for whom; what was written for one partner never reaches another
  /// @param at when it goes out
  record Plan(UUID note, UUID couple, @Words String words, Instant at) implements NoteCommand {}

  /// Until it has gone out.
  record Cancel(UUID note) implements NoteCommand {}
}
