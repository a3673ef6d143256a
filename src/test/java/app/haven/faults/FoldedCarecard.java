package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's own care card and what is shown, and of the events about it.
final class FoldedCarecard {
  private final Map<String, ObjectNode> sections = new LinkedHashMap<>();
  private final Map<String, ObjectNode> shares = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("careCard")) {
      sections.put(view.path("section").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("careShares")) {
      shares.put(view.path("share").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var section = event.data().path("section").asText();
    if (event.kind().equals("carecard.kept")) {
      ObjectNode kept = event.data().deepCopy();
      sections.put(section, kept.put("keptAt", event.time()));
    } else if (event.kind().equals("carecard.cleared")) {
      sections.remove(section);
    } else if (event.kind().equals("carecard.shared")) {
      ObjectNode shown = event.data().deepCopy();
      shown.put("owner", event.by()).put("sharedAt", event.time());
      shares.put(shown.path("share").asText(), shown);
    }
  }

  List<JsonNode> shares() {
    return List.copyOf(shares.values());
  }

  List<JsonNode> sections() {
    return List.copyOf(sections.values());
  }
}
