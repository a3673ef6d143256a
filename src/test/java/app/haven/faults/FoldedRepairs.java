package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's repairs and follow-ups, and of the events about them.
final class FoldedRepairs {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final List<String> TRACE = List.of("repair", "thread", "giver", "offeredAt");
  private static final String MUTED = "repairsMuted";
  private static final String SHARED = "repairTimelineShared";

  private final Map<String, ObjectNode> repairs = new LinkedHashMap<>();
  private final Map<String, ObjectNode> followUps = new LinkedHashMap<>();
  private final ObjectNode wishes = Api.data().put(MUTED, false).put(SHARED, false);

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("repairs")) {
      repairs.put(view.path("repair").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("repairFollowUps")) {
      followUps.put(view.path("thread").asText(), view.deepCopy());
    }
    for (var field : List.of(MUTED, SHARED)) wishes.put(field, snapshot.path(field).asBoolean());
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "repair.offered" -> {
        ObjectNode offered = data.deepCopy();
        offered.put("giver", event.by()).put("offeredAt", event.time());
        repairs.put(data.path("repair").asText(), offered);
      }
      case "repair.answered", "repair.withdrawn" -> {
        var repair = repairs.get(data.path("repair").asText());
        if (repair != null) change(repair, event);
      }
      case "repair.followUpAsked" -> {
        ObjectNode asked = data.deepCopy();
        followUps.put(data.path("thread").asText(), asked.put("askedAt", event.time()));
      }
      case "repair.followUpEnded" -> followUps.remove(data.path("thread").asText());
      case "repair.muteChanged" -> wishes.set(MUTED, data.path("muted"));
      case "repair.timelineShared" -> wishes.set(SHARED, data.path("shared"));
      default -> {}
    }
  }

  private static void change(ObjectNode repair, Event event) {
    if (event.kind().equals("repair.withdrawn")) {
      repair.retain(TRACE).put("withdrawnAt", event.time());
      return;
    }
    repair.set("answer", event.data().path("answer"));
    repair.put("answeredAt", event.time());
    said(repair, "until", event.data().path("until"));
    said(repair, "answerWords", event.data().path("words"));
  }

  private static void said(ObjectNode repair, String field, JsonNode value) {
    if (value.isMissingNode()) repair.remove(field);
    else repair.set(field, value);
  }

  List<JsonNode> repairs() {
    return List.copyOf(repairs.values());
  }

  List<JsonNode> followUps() {
    return List.copyOf(followUps.values());
  }

  /// As a snapshot has them: whole threads.
  List<JsonNode> shown(Instant now) {
    var threads = new HashSet<>(followUps.keySet());
    for (var repair : repairs.values()) {
      if (isShown(repair, now)) threads.add(repair.path("thread").asText());
    }
    return repairs().stream()
        .filter(repair -> threads.contains(repair.path("thread").asText()))
        .toList();
  }

  private static boolean isShown(JsonNode repair, Instant now) {
    if (Instant.parse(repair.path("offeredAt").asText()).isAfter(now.minus(SHOWN))) return true;
    var until = Fold.moment(repair, "until");
    return until != null && until.isAfter(now);
  }

  List<JsonNode> wishes() {
    return List.of(wishes);
  }

  static List<JsonNode> wishes(JsonNode snapshot) {
    return List.of(
        Api.data()
            .put(MUTED, snapshot.path(MUTED).asBoolean())
            .put(SHARED, snapshot.path(SHARED).asBoolean()));
  }
}
