package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What a client makes of the events of time-outs: the open ones, as the snapshot shows them.
final class FoldedTimeouts {
  private final Map<String, ObjectNode> open = new LinkedHashMap<>();
  private Instant last = Instant.EPOCH;

  Collection<ObjectNode> open() {
    return open.values();
  }

  void apply(JsonNode event) {
    var at = Instant.parse(event.path("at").asText());
    assertThat(at).isAfterOrEqualTo(last);
    last = at;
    var data = event.path("data");
    var id = data.path("timeout").asText();
    if (event.path("kind").asText().equals("timeout.called")) {
      ObjectNode called = data.deepCopy();
      called.putArray("notes");
      open.put(id, called);
    } else {
      change(
          id,
          Objects.requireNonNull(open.get(id)),
          event.path("kind").asText(),
          event.path("at"),
          data);
    }
  }

  private void change(String id, ObjectNode timeout, String kind, JsonNode at, JsonNode data) {
    switch (kind) {
      case "timeout.acknowledged" -> said(timeout, "acknowledgedAt", at, "acknowledgement", data);
      case "timeout.checkedIn" -> said(timeout, "checkedInAt", at, "checkIn", data);
      case "timeout.extended" -> {
        said(timeout, "extendedAt", at, "extension", data);
        timeout.set("withNotice", data.path("withNotice"));
        timeout.set("returnAt", data.path("returnAt"));
      }
      case "timeout.noted" -> {
        var note = timeout.withArray("notes").addObject();
        note.set("at", at);
        note.set("words", data.path("words"));
      }
      case "timeout.returned", "timeout.letGo" -> open.remove(id);
      default -> throw new AssertionError("an event nobody expects: " + kind);
    }
  }

  /// The last one counts, with or without words.
  private static void said(
      ObjectNode timeout, String when, JsonNode at, String what, JsonNode data) {
    timeout.set(when, at);
    if (data.has("words")) timeout.set(what, data.path("words"));
    else timeout.remove(what);
  }
}
