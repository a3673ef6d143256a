package app.haven.live;

import app.haven.kernel.Command;
import app.haven.kernel.Position;
import app.haven.kernel.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a client can say.
sealed interface ClientFrame {

  /// @param after by stream name, where this device has got to
  record Hello(String device, Map<String, Position> after) implements ClientFrame {}

  record Do(Command command) implements ClientFrame {}

  record Ping(long n) implements ClientFrame {}

  record Pong(long n) implements ClientFrame {}

  /// Nothing of it is executed.
  ///
  /// @param id the command's id where one could be read
  record Unreadable(@Nullable UUID id, Refusal refusal) implements ClientFrame {}
}
