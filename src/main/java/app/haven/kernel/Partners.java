package app.haven.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Who shares a space with whom, for reads; commands are held to the stream's own readers.
public interface Partners {
  Optional<Who.Paired> of(PersonId person);

  /// The couples of many, in one query; whoever is in none is left out.
  Map<PersonId, CoupleId> couples(Collection<PersonId> people);

  /// When this couple began; empty once it has ended.
  Optional<Instant> since(CoupleId couple);
}
