package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's moments, own words and shared moments, and of the events
/// about them.
final class FoldedFeelings {
  private static final int NEWEST = 20;
  private static final Duration SHOWN = Duration.ofDays(7);

  /// Newest first.
  private final List<ObjectNode> moments = new ArrayList<>();

  private final Map<String, ObjectNode> words = new LinkedHashMap<>();
  private final Map<String, ObjectNode> shared = new LinkedHashMap<>();
  private ObjectNode wishes = Api.data();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("feelings")) moments.add(view.deepCopy());
    for (var view : snapshot.path("feelingWords")) {
      words.put(view.path("word").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("sharedFeelings")) {
      shared.put(view.path("moment").asText(), view.deepCopy());
    }
    wishes = wishes(snapshot).deepCopy();
  }

  static ObjectNode wishes(JsonNode snapshot) {
    return snapshot.path("feelingWishes") instanceof ObjectNode wishes ? wishes : Api.data();
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "feeling.kept" -> kept(event);
      case "feeling.wordKept" -> words.put(data.path("word").asText(), data.deepCopy());
      case "feeling.wordDropped" -> words.remove(data.path("word").asText());
      case "feeling.shared" -> {
        ObjectNode told = data.deepCopy();
        told.put("by", event.by()).put("at", event.time());
        shared.put(data.path("moment").asText(), told);
      }
      case "feeling.answered" -> {
        var told = shared.get(data.path("moment").asText());
        if (told != null) answered(told, event);
      }
      default -> {}
    }
  }

  private void kept(Event event) {
    ObjectNode kept = event.data().deepCopy();
    if (!wishes.has("since")) wishes.put("since", event.time());
    if (kept.remove("anew") == null) {
      moments.addFirst(kept);
      if (moments.size() > NEWEST) moments.removeLast();
    } else {
      kept.put("editedAt", event.time());
      moments.replaceAll(one -> one.path("moment").equals(kept.path("moment")) ? kept : one);
    }
  }

  private static void answered(ObjectNode told, Event event) {
    told.put("answeredAt", event.time());
    if (event.data().has("reply")) told.set("reply", event.data().path("reply"));
    if (event.data().has("words")) told.set("answerWords", event.data().path("words"));
  }

  List<JsonNode> moments() {
    return List.copyOf(moments);
  }

  List<JsonNode> words() {
    return List.copyOf(words.values());
  }

  List<JsonNode> shared() {
    return List.copyOf(shared.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return shared().stream()
        .filter(told -> Instant.parse(told.path("at").asText()).isAfter(now.minus(SHOWN)))
        .toList();
  }

  List<JsonNode> wishes() {
    return List.of(wishes);
  }
}
