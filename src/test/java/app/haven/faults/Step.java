package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// One thing in the life of a device, in order.
sealed interface Step {

  /// It said where it stands.
  record Hello(Map<String, Position> after) implements Step {}

  /// @param mode `current`, `replay` or `snapshot`
  record Place(String epoch, long head, String mode) {}

  record Welcome(Map<String, Place> streams) implements Step {}

  record Got(Event event) implements Step {}

  /// Came between a hello and its welcome; the protocol lets the client drop it.
  record Dropped(Event event) implements Step {}

  record CaughtUp(String stream, long seq) implements Step {}

  /// @param mode `opened`, `snapshot` or `closed`
  record Told(String stream, Position head, String mode) implements Step {}

  /// It read a snapshot and stands where the snapshot stands.
  record Read(JsonNode snapshot) implements Step {}

  record Closed(int code) implements Step {}
}
