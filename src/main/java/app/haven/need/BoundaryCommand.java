package app.haven.need;

import app.haven.kernel.Words;
import java.util.UUID;

/// What can be done with a boundary: its owner declares it, the partner may hear it and ask once.
/// There is no command by which anybody edits, answers or refuses the other's.
sealed interface BoundaryCommand {
  UUID boundary();

  /// For oneself alone.
  sealed interface Own extends BoundaryCommand {}

  /// About one that was shared.
  sealed interface About extends BoundaryCommand {}

  /// @param protects what it protects
  /// @param will what its owner will do; never what the other is to do
  record Keep(UUID boundary, @Words(280) String protects, @Words(280) String will) implements Own {}

  record Change(UUID boundary, @Words(280) String protects, @Words(280) String will)
      implements Own {}

  record Drop(UUID boundary) implements Own {}

  /// The words as the preview showed them. Once more with the same id is a new version.
  record Share(UUID boundary, @Words(280) String protects, @Words(280) String will)
      implements BoundaryCommand {}

  record Unshare(UUID boundary) implements BoundaryCommand {}

  record Acknowledge(UUID boundary) implements About {}

  record Ask(UUID boundary, @Words(280) String words) implements About {}
}
