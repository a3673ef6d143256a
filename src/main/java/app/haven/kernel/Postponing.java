package app.haven.kernel;

import java.time.Instant;
import java.util.Optional;

/// A feature's word on when somebody is not to be called from outside the app. What comes meanwhile
/// reaches them after it; a time-out is never kept back.
public interface Postponing {
  /// Until when, as far as is known now; it may well end earlier. Empty where nothing is to wait.
  Optional<Instant> until(PersonId reader, Instant now);
}
