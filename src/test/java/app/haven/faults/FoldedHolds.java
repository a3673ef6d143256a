package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's tank and holds, and of the events about them.
final class FoldedHolds {
  private final Map<String, ObjectNode> tank = new LinkedHashMap<>();
  private final Map<String, ObjectNode> own = new LinkedHashMap<>();
  private final Map<String, ObjectNode> shared = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("tank")) {
      tank.put(view.path("resentment").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("holds")) own.put(view.path("hold").asText(), view.deepCopy());
    for (var view : snapshot.path("sharedHolds")) {
      shared.put(view.path("hold").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var resentment = event.data().path("resentment").asText();
    var hold = event.data().path("hold").asText();
    switch (event.kind()) {
      case "tank.kept" -> {
        var before = tank.get(resentment);
        ObjectNode kept = event.data().deepCopy();
        kept.put("keptAt", event.time());
        if (before != null && before.has("raisedAt")) kept.set("raisedAt", before.path("raisedAt"));
        tank.put(resentment, kept);
      }
      case "tank.letGo" -> tank.remove(resentment);
      case "tank.raised" -> {
        var raised = tank.get(resentment);
        if (raised != null) raised.put("raisedAt", event.time());
      }
      case "hold.placed" -> own.put(hold, event.data().deepCopy());
      case "hold.lifted", "hold.over" -> own.remove(hold);
      case "hold.shared" -> {
        ObjectNode shown = event.data().deepCopy();
        shared.put(hold, shown.put("owner", event.by()));
      }
      default -> {}
    }
  }

  List<JsonNode> tank() {
    return List.copyOf(tank.values());
  }

  List<JsonNode> own() {
    return List.copyOf(own.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return shared.values().stream()
        .filter(view -> Instant.parse(view.path("until").asText()).isAfter(now))
        .<JsonNode>map(view -> view)
        .toList();
  }
}
