package app.haven.live;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Json;
import app.haven.kernel.Ok;
import app.haven.kernel.PersonId;
import app.haven.kernel.Position;
import app.haven.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that the server can say. Each record is one frame; `type` is its name.
@JsonPropertyOrder("type")
sealed interface ServerFrame {

  @JsonProperty("type")
  default String type() {
    String name = getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  default String text() {
    return Json.write(this);
  }

  /// @param mode `current`, `replay` or `snapshot`
  record Place(String epoch, long head, String mode) {}

  /// @param heartbeat milliseconds between the server's pings
  record Welcome(
      PersonId person,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable CoupleId couple,
      Instant now,
      long heartbeat,
      Map<String, Place> streams)
      implements ServerFrame {}

  record Event(
      String stream,
      String epoch,
      long seq,
      UUID command,
      Instant at,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PersonId by,
      String kind,
      ObjectNode data)
      implements ServerFrame {}

  record CaughtUp(String stream, long seq) implements ServerFrame {}

  /// @param mode `opened`, `snapshot` (a new epoch) or `closed`
  record Stream(String stream, String epoch, long head, String mode) implements ServerFrame {}

  record Accepted(UUID id, Instant at, boolean repeated, Map<String, Position> positions)
      implements ServerFrame {
    static Accepted of(Ok ok) {
      return new Accepted(ok.id(), ok.at(), ok.repeated(), ok.positions());
    }

    @Override
    public String type() {
      return "ok";
    }
  }

  record Refused(
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID id, Refusal.Problem problem)
      implements ServerFrame {}

  record Ping(long n) implements ServerFrame {}

  record Pong(long n) implements ServerFrame {}

  /// @param code the close code that follows
  /// @param after milliseconds to wait before coming back
  record Bye(int code, long after) implements ServerFrame {}
}
