package app.haven.kernel;

import java.time.Instant;
import java.util.Optional;

/// Who shares a space with whom, for reads; commands are held to the stream's own readers.
public interface Partners {
  Optional<Who.Paired> of(PersonId person);

  /// When this couple began; empty once it has ended.
  Optional<Instant> since(CoupleId couple);
}
