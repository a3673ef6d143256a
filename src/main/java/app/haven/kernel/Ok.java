package app.haven.kernel;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The answer to a command that is stored.
///
/// @param id the command's id
/// @param at when it was first accepted
/// @param repeated whether an earlier answer is given once more
/// @param positions by stream name (`ours`, `mine`), the last event of each stream it touched
public record Ok(UUID id, Instant at, boolean repeated, Map<String, Position> positions) {
  Ok again() {
    return new Ok(id, at, true, positions);
  }
}
