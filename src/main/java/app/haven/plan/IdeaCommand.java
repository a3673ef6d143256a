package app.haven.plan;

import app.haven.kernel.Words;
import java.util.UUID;

/// What can be said about the box of ideas.
sealed interface IdeaCommand {
  UUID idea();

  record Add(UUID idea, @Words(280) String words) implements IdeaCommand {}

  /// Its author alone.
  record TakeBack(UUID idea) implements IdeaCommand {}
}
