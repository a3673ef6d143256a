package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// What a client makes of the newest entries of one gratitude list.
final class GratitudeFold {
  private static final int NEWEST = 20;

  /// Newest first.
  private final List<ObjectNode> entries = new ArrayList<>();

  void read(JsonNode list) {
    for (var view : list) entries.add(view.deepCopy());
  }

  void apply(Event event) {
    if (event.kind().equals("gratitude.added")) add(event);
    else
      entries.stream()
          .filter(entry -> entry.path("gratitude").equals(event.data().path("gratitude")))
          .forEach(entry -> change(entry, event));
  }

  private void add(Event event) {
    ObjectNode added = event.data().deepCopy();
    entries.addFirst(added.put("by", event.by()).put("at", event.time()));
    if (entries.size() > NEWEST) entries.removeLast();
  }

  private static void change(ObjectNode entry, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "gratitude.thanked" -> {
        entry.put("thankedAt", event.time());
        if (data.has("words")) entry.set("thanks", data.path("words"));
      }
      case "gratitude.edited" -> {
        entry.remove(List.of("meaning", "on"));
        entry.setAll((ObjectNode) data);
        entry.put("editedAt", event.time());
      }
      case "gratitude.pinned" -> entry.put("pinned", true);
      case "gratitude.unpinned" -> entry.remove("pinned");
      default -> {}
    }
  }

  List<JsonNode> entries() {
    return List.copyOf(entries);
  }
}
