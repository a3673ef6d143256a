package app.haven.timeout;

import app.haven.kernel.Words;
import java.util.UUID;

/// Words the one who waits keeps instead of sending them. They are never sent by themselves.
sealed interface DraftCommand {
  UUID draft();

  /// Once more with the same draft replaces its words.
  record Keep(UUID draft, UUID timeout, @Words String words) implements DraftCommand {}

  record Discard(UUID draft) implements DraftCommand {}
}
