package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's promises, and of the events about them.
final class FoldedPromises {
  private static final Duration SHOWN = Duration.ofDays(7);

  private final Map<String, ObjectNode> promises = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("promises")) {
      promises.put(view.path("promise").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var id = event.data().path("promise").asText();
    if (event.kind().equals("promise.made")) promises.put(id, made(event));
    var promise = promises.get(id);
    if (promise != null) change(promise, event);
  }

  private static ObjectNode made(Event event) {
    var made = event.data().<ObjectNode>deepCopy().retain("promise", "from");
    made.put("maker", event.by()).put("madeAt", event.time()).put("state", "open");
    made.putArray("versions").add(version(event));
    return made;
  }

  private static ObjectNode version(Event event) {
    var version = event.data().<ObjectNode>deepCopy().put("at", event.time());
    return version.without(List.of("promise", "from"));
  }

  private static void change(ObjectNode promise, Event event) {
    switch (event.kind()) {
      case "promise.changed" -> promise.withArray("versions").add(version(event));
      case "promise.kept" -> promise.put("state", "kept").put("keptAt", event.time());
      case "promise.letGo" -> {
        promise.put("state", "let_go").put("letGoAt", event.time());
        promise.set("lastWords", event.data().path("words"));
      }
      case "promise.thanked" -> {
        promise.put("thankedAt", event.time());
        if (event.data().has("words")) promise.set("thanks", event.data().path("words"));
      }
      default -> {}
    }
  }

  List<JsonNode> all() {
    return List.copyOf(promises.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream().filter(promise -> isShown(promise, now)).toList();
  }

  private static boolean isShown(JsonNode promise, Instant now) {
    var over = Fold.moment(promise, promise.has("keptAt") ? "keptAt" : "letGoAt");
    return over == null || over.isAfter(now.minus(SHOWN));
  }
}
