package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's things that both answer blind, of what this person keeps for
/// them, and of the events about them. What is kept goes by its own stream alone.
final class FoldedBlind {
  private static final Duration SHOWN = Duration.ofDays(30);

  private final String kind;
  private final String over;
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();
  private final Map<String, ObjectNode> kept = new LinkedHashMap<>();

  /// @param kind as on the wire
  /// @param over the time from which on it leaves the snapshot after a month
  FoldedBlind(String kind, String over) {
    this.kind = kind;
    this.over = over;
  }

  void start(JsonNode snapshot) {
    for (var view : snapshot.path(kind + "s")) {
      things.put(view.path(kind).asText(), view.deepCopy());
    }
    for (var view : snapshot.path(kind + "Drafts")) {
      kept.put(view.path(kind).asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    if (!event.kind().startsWith(kind + ".")) return;
    var id = event.data().path(kind).asText();
    switch (event.kind().substring(kind.length() + 1)) {
      case "kept" -> {
        ObjectNode own = event.data().deepCopy();
        kept.put(id, own.put("ready", false).put("keptAt", event.time()));
      }
      case "discarded", "cleared" -> kept.remove(id);
      case "readyChanged" -> {
        var own = kept.get(id);
        if (own != null) own.set("ready", event.data().path("ready"));
      }
      case "opened" -> {
        ObjectNode opened = event.data().deepCopy();
        opened.put("openedBy", event.by()).put("openedAt", event.time());
        things.put(id, opened.put("state", "open"));
      }
      default -> {
        var thing = things.get(id);
        if (thing != null) change(thing, event);
      }
    }
  }

  private static void change(ObjectNode thing, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "expectation.revealed", "worksheet.revealed" -> {
        thing.put("state", "revealed").put("revealedAt", event.time());
        thing.set("answers", data.path("answers"));
        if (event.kind().startsWith("worksheet")) thing.putArray("best");
        else thing.putObject("marks");
      }
      case "expectation.marked" ->
          thing
              .withObject("/marks")
              .withObject("/" + event.by())
              .set(data.path("line").asText(), data.path("mark"));
      case "worksheet.written" -> {
        var version = thing.withArray("best").addObject();
        version.set("version", data.path("version"));
        version.put("by", event.by()).put("at", event.time()).set("words", data.path("words"));
      }
      case "worksheet.closed" -> thing.put("state", "closed").put("closedAt", event.time());
      default -> {}
    }
  }

  List<JsonNode> all() {
    return List.copyOf(things.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream()
        .filter(thing -> {
          var since = Fold.moment(thing, over);
          return since == null || since.isAfter(now.minus(SHOWN));
        })
        .toList();
  }

  List<JsonNode> kept() {
    return List.copyOf(kept.values());
  }
}
