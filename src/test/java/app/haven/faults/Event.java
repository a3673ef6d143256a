package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// An event frame as it came.
///
/// @param stream `ours` or `mine`
/// @param by null for the system
/// @param text the frame itself
/// @param firstSeen when the first device of all got it
record Event(
    String stream,
    String epoch,
    long seq,
    String command,
    Instant at,
    @Nullable String by,
    String kind,
    JsonNode data,
    String text,
    Instant firstSeen) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// As every view writes it.
  String time() {
    return written(at);
  }

  static String written(Instant at) {
    return MILLIS.format(at);
  }

  static Event read(String text, Instant firstSeen) {
    var frame = json(text);
    return new Event(
        frame.path("stream").asText(),
        frame.path("epoch").asText(),
        frame.path("seq").asLong(),
        frame.path("command").asText(),
        Instant.parse(frame.path("at").asText()),
        frame.path("by").textValue(),
        frame.path("kind").asText(),
        frame.path("data"),
        text,
        firstSeen);
  }

  static JsonNode json(String text) {
    try {
      return Api.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the server sent what is not JSON", e);
    }
  }
}
