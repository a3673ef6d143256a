package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's plans, ideas and surprises, and of the events about them.
final class FoldedPlans {
  private static final Duration SHOWN = Duration.ofDays(30);

  private final Map<String, ObjectNode> plans = new LinkedHashMap<>();
  private final Map<String, ObjectNode> ideas = new LinkedHashMap<>();
  private final Map<String, ObjectNode> hidden = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    read(snapshot.path("plans"), "plan", plans);
    read(snapshot.path("ideas"), "idea", ideas);
    read(snapshot.path("hiddenPlans"), "plan", hidden);
  }

  private static void read(JsonNode views, String id, Map<String, ObjectNode> to) {
    for (var view : views) to.put(view.path(id).asText(), view.deepCopy());
  }

  void apply(Event event) {
    ObjectNode data = event.data().deepCopy();
    var plan = plans.get(data.path("plan").asText());
    switch (event.kind()) {
      case "idea.added" -> {
        data.put("author", event.by()).put("addedAt", event.time());
        ideas.put(data.path("idea").asText(), data);
      }
      case "idea.takenBack" -> ideas.remove(data.path("idea").asText());
      case "plan.made" -> {
        data.put("maker", event.by()).put("madeAt", event.time());
        if (data.remove("lead") != null) data.put("leader", event.by());
        plans.put(data.path("plan").asText(), data);
      }
      case "plan.letGo" -> plans.remove(data.path("plan").asText());
      case "plan.answered" -> {
        if (plan != null) answered(plan, event);
      }
      case "plan.leadChanged" -> {
        if (plan == null) return;
        if (data.path("lead").asBoolean()) plan.put("leader", event.by());
        else plan.remove("leader");
      }
      case "plan.hidden" -> hidden.put(data.path("plan").asText(), data);
      case "plan.discarded", "plan.passedOn" -> hidden.remove(data.path("plan").asText());
      default -> {}
    }
  }

  private static void answered(ObjectNode plan, Event event) {
    plan.put("answeredAt", event.time()).set("answer", event.data().path("answer"));
    if (event.data().has("words")) plan.set("answerWords", event.data().path("words"));
    else plan.remove("answerWords");
  }

  List<JsonNode> standing() {
    return List.copyOf(plans.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return standing().stream().filter(plan -> about(plan).isAfter(now.minus(SHOWN))).toList();
  }

  private static Instant about(JsonNode plan) {
    var at = Fold.moment(plan, "at");
    return at == null ? Instant.parse(plan.path("madeAt").asText()) : at;
  }

  List<JsonNode> ideas() {
    return List.copyOf(ideas.values());
  }

  List<JsonNode> hidden() {
    return List.copyOf(hidden.values());
  }
}
