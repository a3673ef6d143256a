package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's day and time, its weekly check-ins, of what this person
/// keeps for them, and of the events about them.
final class FoldedWeekly {
  private static final Duration SHOWN = Duration.ofDays(8);

  private final Map<String, ObjectNode> rhythms = new LinkedHashMap<>();
  private final Map<String, ObjectNode> weeklies = new LinkedHashMap<>();
  private final Map<String, ObjectNode> kept = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    read(snapshot.path("weeklyRhythms"), "rhythm", rhythms);
    read(snapshot.path("weeklies"), "weekly", weeklies);
    read(snapshot.path("weeklyDrafts"), "weekly", kept);
  }

  private static void read(JsonNode views, String id, Map<String, ObjectNode> into) {
    for (var view : views) into.put(view.path(id).asText(), view.deepCopy());
  }

  void apply(Event event) {
    if (event.kind().startsWith("rhythm.")) rhythm(event);
    if (event.kind().startsWith("weekly.")) weekly(event);
  }

  private void rhythm(Event event) {
    var id = event.data().path("rhythm").asText();
    switch (event.kind()) {
      case "rhythm.proposed" -> {
        rhythms.values().removeIf(one -> !one.path("agreed").asBoolean());
        ObjectNode proposed = event.data().deepCopy();
        rhythms.put(id, proposed.put("proposedBy", event.by()).put("agreed", false));
      }
      case "rhythm.agreed" -> {
        rhythms.values().removeIf(one -> one.path("agreed").asBoolean());
        var agreed = rhythms.get(id);
        if (agreed != null) agreed.put("agreed", true);
      }
      default -> rhythms.remove(id);
    }
  }

  private void weekly(Event event) {
    var id = event.data().path("weekly").asText();
    switch (event.kind()) {
      case "weekly.kept" -> {
        ObjectNode own = event.data().deepCopy();
        kept.put(id, own.put("ready", false).put("keptAt", event.time()));
      }
      case "weekly.discarded", "weekly.cleared" -> kept.remove(id);
      case "weekly.readyChanged" -> {
        var own = kept.get(id);
        if (own != null) own.set("ready", event.data().path("ready"));
      }
      case "weekly.opened" -> {
        ObjectNode opened = event.data().deepCopy();
        opened.remove("rhythm");
        weeklies.put(id, opened.put("openedAt", event.time()).put("state", "open"));
      }
      default -> {
        var one = weeklies.get(id);
        if (one != null) change(one, event);
      }
    }
  }

  private static void change(ObjectNode weekly, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "weekly.revealed" -> {
        weekly.put("state", "revealed").put("revealedAt", event.time());
        weekly.set("answers", data.path("answers"));
        weekly.putArray("notes");
        weekly.putArray("decisions");
      }
      case "weekly.spoke" -> weekly.set("speaker", data.path("speaker"));
      case "weekly.noted" -> write(weekly.withArray("notes"), "note", event);
      case "weekly.decided" -> write(weekly.withArray("decisions"), "decision", event);
      default -> {
        weekly.remove("speaker");
        weekly.put("state", event.kind().substring("weekly.".length()));
        weekly.put("endedAt", event.time());
      }
    }
  }

  private static void write(ArrayNode list, String name, Event event) {
    var id = event.data().path(name).asText();
    ObjectNode written = null;
    for (var one : list) {
      if (one.path("id").asText().equals(id)) written = (ObjectNode) one;
    }
    if (written == null) written = list.addObject().put("id", id);
    written.put("by", event.by()).put("at", event.time());
    written.set("version", event.data().path("version"));
    written.set("words", event.data().path("words"));
  }

  List<JsonNode> rhythms() {
    return List.copyOf(rhythms.values());
  }

  List<JsonNode> all() {
    return List.copyOf(weeklies.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream()
        .filter(one -> {
          var since = Fold.moment(one, "endedAt");
          return since == null || since.isAfter(now.minus(SHOWN));
        })
        .toList();
  }

  List<JsonNode> kept() {
    return List.copyOf(kept.values());
  }
}
