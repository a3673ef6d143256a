package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client makes of a snapshot's check-ins, of the words kept at hand, and of the events
/// about them.
final class FoldedCheckins {
  private static final Duration SHOWN = Duration.ofDays(2);

  private final Map<String, ObjectNode> days = new LinkedHashMap<>();
  private final Map<String, ObjectNode> favourites = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("checkins")) {
      days.put(view.path("checkin").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("favourites")) {
      favourites.put(view.path("favourite").asText(), view.deepCopy());
    }
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "checkin.told" -> {
        ObjectNode told = data.deepCopy();
        told.put("teller", event.by()).put("toldAt", event.time());
        days.put(data.path("checkin").asText(), told);
      }
      case "checkin.answered" -> {
        var day = days.get(data.path("checkin").asText());
        if (day != null) answered(day, event);
      }
      case "checkin.withdrawn" -> {
        var day = days.get(data.path("checkin").asText());
        if (day == null) return;
        day.retain("checkin", "teller", "toldAt").put("withdrawnAt", event.time());
      }
      case "favourite.kept" -> favourites.put(data.path("favourite").asText(), data.deepCopy());
      case "favourite.dropped" -> favourites.remove(data.path("favourite").asText());
      default -> {}
    }
  }

  private static void answered(ObjectNode day, Event event) {
    day.put("answeredAt", event.time()).remove(List.of("offer", "answerWords"));
    if (event.data().has("offer")) day.set("offer", event.data().path("offer"));
    if (event.data().has("words")) day.set("answerWords", event.data().path("words"));
  }

  List<JsonNode> days() {
    return List.copyOf(days.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return days().stream()
        .filter(day -> Instant.parse(day.path("toldAt").asText()).isAfter(now.minus(SHOWN)))
        .toList();
  }

  List<JsonNode> favourites() {
    return List.copyOf(favourites.values());
  }
}
