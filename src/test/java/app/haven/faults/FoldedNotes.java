package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's notes, of those that wait, and of the events about them.
final class FoldedNotes {
  private static final Duration SHOWN = Duration.ofDays(7);

  private final List<ObjectNode> sent = new ArrayList<>();
  private final Map<String, ObjectNode> planned = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("notes")) sent.add(view.deepCopy());
    for (var view : snapshot.path("plannedNotes")) {
      planned.put(view.path("note").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "note.sent" -> {
        ObjectNode note = data.deepCopy();
        sent.add(note.put("author", event.by()).put("sentAt", event.time()));
      }
      case "note.planned" -> planned.put(data.path("note").asText(), data.deepCopy());
      case "note.cancelled", "note.passedOn" -> planned.remove(data.path("note").asText());
      default -> {}
    }
  }

  /// As a snapshot has them.
  List<JsonNode> sent(Instant now) {
    return sent.stream()
        .filter(note -> Instant.parse(note.path("sentAt").asText()).isAfter(now.minus(SHOWN)))
        .<JsonNode>map(note -> note)
        .toList();
  }

  List<JsonNode> planned() {
    return List.copyOf(planned.values());
  }
}
