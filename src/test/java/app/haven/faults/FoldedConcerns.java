package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's concerns and drafts of them, and of the events about them.
final class FoldedConcerns {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final List<String> TRACE = List.of("concern", "author", "raisedAt");

  private final Map<String, ObjectNode> concerns = new LinkedHashMap<>();
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("concerns")) {
      concerns.put(view.path("concern").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("concernDrafts")) {
      drafts.put(view.path("concern").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var id = event.data().path("concern").asText();
    switch (event.kind()) {
      case "concern.kept" -> {
        ObjectNode kept = event.data().deepCopy();
        drafts.put(id, kept.put("keptAt", event.time()));
      }
      case "concern.discarded" -> drafts.remove(id);
      case "concern.raised" -> concerns.put(id, raised(event));
      default -> {
        var concern = concerns.get(id);
        if (concern != null) change(concern, event);
      }
    }
  }

  private static ObjectNode raised(Event event) {
    ObjectNode raised = event.data().deepCopy();
    boolean parked = raised.remove("parked").asBoolean();
    raised.put("author", event.by()).put("raisedAt", event.time());
    raised.put("state", parked ? "parked" : "open");
    if (!parked) raised.put("openedAt", event.time());
    raised.putArray("heard");
    return raised;
  }

  private static void change(ObjectNode concern, Event event) {
    switch (event.kind()) {
      case "concern.opened" -> {
        concern.put("state", "open").put("openedAt", event.time());
        concern.remove("restedAt");
      }
      case "concern.heard" -> {
        concern.remove("needsTimeUntil");
        concern
            .withArray("heard")
            .addObject()
            .put("at", event.time())
            .set("words", event.data().path("words"));
      }
      case "concern.timeNeeded" -> concern.set("needsTimeUntil", event.data().path("until"));
      case "concern.closed" -> {
        concern.put("state", "closed").put("closedAt", event.time());
        concern.set("how", event.data().path("how"));
        concern.remove("needsTimeUntil");
      }
      case "concern.rested" -> {
        concern.put("state", "parked").put("restedAt", event.time());
        concern.remove("needsTimeUntil");
      }
      case "concern.withdrawn" ->
          concern.retain(TRACE).put("state", "withdrawn").put("withdrawnAt", event.time());
      default -> {}
    }
  }

  List<JsonNode> all() {
    return List.copyOf(concerns.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream().filter(concern -> isShown(concern, now)).toList();
  }

  private static boolean isShown(JsonNode concern, Instant now) {
    var over = Fold.moment(concern, concern.has("withdrawnAt") ? "withdrawnAt" : "closedAt");
    return over == null || over.isAfter(now.minus(SHOWN));
  }

  List<JsonNode> drafts() {
    return List.copyOf(drafts.values());
  }
}
