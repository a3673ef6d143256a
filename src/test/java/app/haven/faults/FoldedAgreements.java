package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's agreements and the reminders of them, and of the events
/// about them.
final class FoldedAgreements {
  private static final Duration SHOWN = Duration.ofDays(7);

  private final Map<String, ObjectNode> agreements = new LinkedHashMap<>();
  private final Map<String, ObjectNode> reminders = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("agreements")) {
      agreements.put(view.path("agreement").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("agreementReminders")) {
      reminders.put(view.path("agreement").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var id = event.data().path("agreement").asText();
    remind(id, event);
    if (event.kind().equals("agreement.proposed")) agreements.put(id, proposed(event));
    var agreement = agreements.get(id);
    if (agreement == null || !event.data().has("seal")) return;
    change(agreement, event);
    agreement.set("hash", event.data().path("seal").path("hash"));
  }

  private void remind(String id, Event event) {
    var reminder = reminders.get(id);
    switch (event.kind()) {
      case "agreement.remindSet" -> reminders.put(id, event.data().deepCopy());
      case "agreement.remindStopped" -> reminders.remove(id);
      case "agreement.reminded" -> {
        if (reminder != null) reminder.put("remindedAt", event.time());
      }
      case "agreement.remindPaused" -> {
        if (reminder == null) return;
        reminder.put("paused", true).remove("pausedUntil");
        if (event.data().has("until")) reminder.set("pausedUntil", event.data().path("until"));
      }
      case "agreement.remindResumed" -> {
        if (reminder != null) reminder.remove(List.of("paused", "pausedUntil"));
      }
      default -> {}
    }
  }

  private static ObjectNode proposed(Event event) {
    var proposed = event.data().<ObjectNode>deepCopy().retain("agreement", "kind", "from");
    proposed.put("author", event.by()).put("proposedAt", event.time()).put("state", "proposed");
    proposed.put("pending", 1).put("intact", true);
    proposed.putArray("versions").add(version(event));
    return proposed;
  }

  private static ObjectNode version(Event event) {
    ObjectNode version = event.data().deepCopy();
    version.remove(List.of("agreement", "kind", "from", "salt", "seal"));
    version.put("author", event.by()).put("at", event.time());
    version.set("hash", event.data().path("seal").path("hash"));
    return version;
  }

  private static void change(ObjectNode agreement, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "agreement.changed" -> {
        agreement.set("pending", data.path("version"));
        agreement.withArray("versions").add(version(event));
      }
      case "agreement.agreed" -> {
        var version = version(agreement, data).put("agreedAt", event.time());
        agreement.put("state", "in_force").remove(List.of("pending", "slots", "reviewAt"));
        agreement.set("holds", data.path("version"));
        for (var field : List.of("slots", "reviewAt")) {
          if (!version.path(field).isEmpty() || version.path(field).isTextual()) {
            agreement.set(field, version.path(field));
          }
        }
      }
      case "agreement.withdrawn" -> withdraw(agreement, event);
      case "agreement.kept" -> {
        agreement.put("keptAt", event.time()).remove("reviewAt");
        if (data.has("reviewAt")) agreement.set("reviewAt", data.path("reviewAt"));
      }
      case "agreement.slotsChanged" -> {
        agreement.set("slots", data.path("slots"));
        if (data.path("slots").isEmpty()) agreement.remove("slots");
      }
      default -> {}
    }
  }

  private static void withdraw(ObjectNode agreement, Event event) {
    if (event.data().has("version")) {
      version(agreement, event.data()).put("withdrawnAt", event.time());
      agreement.remove("pending");
      if (agreement.has("holds")) return;
    } else {
      agreement.put("endedBy", event.by());
    }
    agreement.put("state", "ended").put("endedAt", event.time());
    agreement.remove(List.of("pending", "holds", "slots", "reviewAt"));
  }

  private static ObjectNode version(ObjectNode agreement, JsonNode data) {
    return (ObjectNode) agreement.path("versions").path(data.path("version").asInt() - 1);
  }

  List<JsonNode> all() {
    return List.copyOf(agreements.values());
  }

  /// Of what is in force: the two streams are told side by side, and an end is told on the other.
  List<JsonNode> reminders() {
    return reminders.entrySet().stream()
        .filter(one -> {
          var agreement = agreements.get(one.getKey());
          return agreement != null && agreement.has("holds");
        })
        .<JsonNode>map(Map.Entry::getValue)
        .toList();
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream().filter(agreement -> isShown(agreement, now)).toList();
  }

  private static boolean isShown(JsonNode agreement, Instant now) {
    var ended = Fold.moment(agreement, "endedAt");
    return ended == null || ended.isAfter(now.minus(SHOWN));
  }
}
