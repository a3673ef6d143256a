package app.haven.kernel;

import java.time.ZoneId;

/// Where a person's clock stands: for what happens at a time of day of theirs. Nobody else learns
/// it.
public interface Zones {
  ZoneId of(PersonId person);
}
