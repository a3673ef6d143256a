package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client makes of a snapshot's needs and boundaries, shared and kept alone, and of the
/// events about them.
final class FoldedNeeds {
  private static final List<String> LISTS =
      List.of("needs", "boundaries", "ownNeeds", "ownBoundaries", "needReminders");

  private final Map<String, Map<String, ObjectNode>> lists = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var list : LISTS) {
      for (var view : snapshot.path(list)) of(list).put(id(view), view.deepCopy());
    }
  }

  private Map<String, ObjectNode> of(String list) {
    return lists.computeIfAbsent(list, _ -> new LinkedHashMap<>());
  }

  private static String id(JsonNode view) {
    return view.path(view.has("need") ? "need" : "boundary").asText();
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "need.kept", "need.changed" -> of("ownNeeds").put(id(data), version(event));
      case "boundary.kept", "boundary.changed" -> of("ownBoundaries").put(id(data), version(event));
      case "need.shared" -> shared("needs", event);
      case "boundary.shared" -> shared("boundaries", event);
      case "need.reminded" -> reminder(event).put("remindedAt", event.time());
      case "need.remindPaused" -> {
        var reminder = reminder(event).put("paused", true);
        reminder.remove("pausedUntil");
        if (data.has("until")) reminder.set("pausedUntil", data.path("until"));
      }
      case "need.remindResumed" -> reminder(event).remove(List.of("paused", "pausedUntil"));
      default -> {
        var list = event.kind().startsWith("need.") ? "needs" : "boundaries";
        Optional.ofNullable(of(list).get(id(data))).ifPresent(view -> change(view, event));
      }
    }
  }

  private static ObjectNode version(Event event) {
    ObjectNode version = event.data().deepCopy();
    return version.put("versionAt", event.time());
  }

  /// A new version has no answer yet; its reminder stays.
  private void shared(String list, Event event) {
    var before = of(list).get(id(event.data()));
    var view = version(event).put("author", event.by());
    if (before == null) view.put("sharedAt", event.time());
    else view.set("sharedAt", before.path("sharedAt"));
    if (before != null && before.has("reminder")) view.set("reminder", before.path("reminder"));
    of(list).put(id(view), view);
  }

  private ObjectNode reminder(Event event) {
    var need = id(event.data());
    return of("needReminders")
        .computeIfAbsent(need, _ -> event.data().<ObjectNode>deepCopy().retain("need"));
  }

  private static void change(ObjectNode view, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "need.answered" -> {
        view.put("answeredAt", event.time()).set("answer", data.path("answer"));
        if (data.has("words")) view.set("answerWords", data.path("words"));
        else view.remove("answerWords");
      }
      case "need.remindProposed" -> {
        ObjectNode reminder = data.deepCopy();
        view.set("reminder", reminder.without("need"));
        reminder.put("agreed", false);
      }
      case "need.remindAgreed" -> ((ObjectNode) view.path("reminder")).put("agreed", true);
      case "need.remindStopped" -> view.remove("reminder");
      case "boundary.acknowledged" -> view.put("acknowledgedAt", event.time());
      case "boundary.asked" -> {
        view.put("askedAt", event.time());
        view.set("question", data.path("words"));
      }
      default -> {}
    }
  }

  static List<String> names() {
    return LISTS;
  }

  List<JsonNode> list(String name) {
    return List.copyOf(of(name).values());
  }
}
