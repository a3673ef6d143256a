package app.haven.kernel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Is told of what happens in the very transaction that appends it: what it writes then is there if
/// and only if the event is, so that nothing that grows out of an event is lost or doubled. It gets
/// no words. Many couples wait for it: one statement for all of them.
public interface Witness {
  /// @param readers who may read the event
  /// @param by its author; null for the system
  record Seen(
      StreamId stream,
      List<PersonId> readers,
      long seq,
      Instant at,
      @Nullable PersonId by,
      String kind) {}

  void saw(List<Seen> events);
}
