package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's activities and of the events about them.
final class FoldedActivities {
  private static final Duration SHOWN = Duration.ofDays(1);
  private static final List<String> SAME = List.of("activity", "offeredBy", "offeredAt", "which");

  private final Map<String, ObjectNode> activities = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("activities")) {
      activities.put(view.path("activity").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var id = event.data().path("activity").asText();
    if (event.kind().equals("activity.offered")) {
      ObjectNode offered = event.data().deepCopy();
      offered.put("offeredBy", event.by()).put("offeredAt", event.time());
      activities.put(id, offered.put("state", "offered"));
      return;
    }
    var activity = activities.get(id);
    if (activity != null) change(activity, event);
  }

  private static void change(ObjectNode activity, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "activity.answered", "activity.passed" -> {
        activity.retain(SAME);
        if (data.path("answer").asText().equals("not_now")) {
          activity.put("state", "over").put("overAt", event.time()).put("answer", "not_now");
          return;
        }
        activity.put("state", "running");
        for (var field : List.of("step", "turn", "until")) {
          if (data.has(field)) activity.set(field, data.path(field));
        }
      }
      case "activity.ended", "activity.faded" ->
          activity.retain(SAME).put("state", "over").put("overAt", event.time());
      default -> {}
    }
  }

  List<JsonNode> all() {
    return List.copyOf(activities.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream()
        .filter(activity -> {
          var over = Fold.moment(activity, "overAt");
          return over == null || over.isAfter(now.minus(SHOWN));
        })
        .toList();
  }
}
