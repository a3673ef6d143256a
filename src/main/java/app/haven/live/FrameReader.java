package app.haven.live;

import app.haven.kernel.Command;
import app.haven.kernel.CoupleId;
import app.haven.kernel.DataReader;
import app.haven.kernel.Json;
import app.haven.kernel.Position;
import app.haven.kernel.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what comes through either door. Nothing a client sends throws beyond this class.
final class FrameReader {
  /// The most bytes of one frame or request.
  static final int MOST_BYTES = 32 * 1024;

  private static final int MOST_KIND = 40;
  private static final int MOST_DEVICE = 64;

  private FrameReader() {}

  static ClientFrame read(String text) {
    UUID id = null;
    try {
      var frame = object(text);
      id = idOf(frame);
      return switch (frame.path("type").asText("")) {
        case "hello" -> hello(frame);
        case "command" -> new ClientFrame.Do(command(frame));
        case "ping" -> new ClientFrame.Ping(number(frame));
        case "pong" -> new ClientFrame.Pong(number(frame));
        default -> throw bad("The type is one of hello, command, ping, pong.");
      };
    } catch (Refusal refusal) {
      return new ClientFrame.Unreadable(id, refusal);
    }
  }

  private static ObjectNode object(String text) {
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.of(Refusal.Code.TOO_LARGE, "At most 32 KiB fit into one frame.");
    }
    try {
      if (Json.MAPPER.readTree(text) instanceof ObjectNode frame) return frame;
    } catch (JsonProcessingException e) {
      throw bad("One JSON object is allowed here, at most 16 levels deep, each name once.");
    }
    throw bad("One JSON object is allowed here.");
  }

  private static @Nullable UUID idOf(ObjectNode frame) {
    try {
      return DataReader.uuid(frame.path("id").asText());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Reads a command from its JSON, as a frame or as the body of a request.
  static Command command(String text) {
    return command(object(text));
  }

  private static Command command(ObjectNode frame) {
    only(frame, Set.of("type", "id", "couple", "kind", "data"));
    if (!frame.path("type").asText("").equals("command")) throw bad("The type is command.");
    var id = uuid(frame, "id");
    var couple = frame.hasNonNull("couple") ? new CoupleId(uuid(frame, "couple")) : null;
    if (!frame.path("kind").isTextual() || frame.path("kind").textValue().length() > MOST_KIND) {
      throw bad("A command has a kind, such as timeout.call.");
    }
    if (!(frame.get("data") instanceof ObjectNode data))
      throw bad("A command has data, a JSON object.");
    return new Command(id, couple, frame.path("kind").textValue(), data);
  }

  private static UUID uuid(ObjectNode frame, String field) {
    try {
      if (frame.path(field).isTextual()) return DataReader.uuid(frame.path(field).textValue());
    } catch (IllegalArgumentException e) {
      throw bad("The " + field + " is a UUID.");
    }
    throw bad("The " + field + " is a UUID.");
  }

  private static ClientFrame hello(ObjectNode frame) {
    only(frame, Set.of("type", "device", "after"));
    var device = frame.path("device");
    if (!device.isTextual()
        || device.textValue().isEmpty()
        || device.textValue().length() > MOST_DEVICE) {
      throw bad("A hello names its device in 1 to 64 characters.");
    }
    var after = new HashMap<String, Position>();
    if (frame.hasNonNull("after")) {
      if (!(frame.get("after") instanceof ObjectNode places)) throw bad("after is a JSON object.");
      only(places, Set.of("ours", "mine"));
      places
          .properties()
          .forEach(place -> {
            if (!place.getValue().isNull()) after.put(place.getKey(), position(place.getValue()));
          });
    }
    return new ClientFrame.Hello(device.textValue(), Map.copyOf(after));
  }

  private static Position position(JsonNode place) {
    if (!(place instanceof ObjectNode object)) throw bad("A position is {epoch, seq}.");
    only(object, Set.of("epoch", "seq"));
    var seq = object.path("seq");
    if (!object.path("epoch").isTextual() || !seq.isIntegralNumber() || !seq.canConvertToLong()) {
      throw bad("A position is {epoch, seq}.");
    }
    return new Position(object.path("epoch").textValue(), seq.longValue());
  }

  private static long number(ObjectNode frame) {
    only(frame, Set.of("type", "n"));
    var n = frame.path("n");
    if (!n.isIntegralNumber() || !n.canConvertToLong()) throw bad("n is a whole number.");
    return n.longValue();
  }

  private static void only(ObjectNode object, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw bad(
                "Only these fields are known here: "
                    + String.join(", ", known.stream().sorted().toList())
                    + ".");
          }
        });
  }

  private static Refusal bad(String detail) {
    return Refusal.of(Refusal.Code.BAD_FRAME, detail);
  }
}
