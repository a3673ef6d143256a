package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client makes of a snapshot's time-outs and talks, and of the events about them.
final class FoldedTimeouts {
  private final Map<String, ObjectNode> timeouts = new LinkedHashMap<>();

  void start(JsonNode snapshot) {
    for (var list : List.of("timeouts", "talks")) {
      for (var view : snapshot.path(list)) {
        timeouts.put(view.path("timeout").asText(), view.deepCopy());
      }
    }
  }

  void apply(Event event) {
    var id = event.data().path("timeout").asText();
    if (event.kind().equals("timeout.called")) {
      ObjectNode called = event.data().deepCopy();
      called.putArray("notes");
      timeouts.put(id, called);
    } else {
      var timeout = timeouts.get(id);
      if (timeout != null) change(timeout, event);
    }
  }

  private static void change(ObjectNode timeout, Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "timeout.acknowledged" -> say(timeout, "acknowledgedAt", "acknowledgement", event);
      case "timeout.checkedIn" -> say(timeout, "checkedInAt", "checkIn", event);
      case "timeout.extended" -> {
        say(timeout, "extendedAt", "extension", event);
        timeout.set("returnAt", data.path("returnAt"));
        timeout.set("withNotice", data.path("withNotice"));
        timeout.remove("overdueAt");
      }
      case "timeout.noted" ->
          timeout
              .withArray("notes")
              .addObject()
              .put("at", event.time())
              .put("words", data.path("words").asText());
      case "timeout.overdue" -> timeout.put("overdueAt", event.time());
      case "timeout.returned" -> {
        end(timeout, "returned", event);
        timeout.set("when", data.path("when"));
        if (data.has("talkAt")) timeout.set("talkAt", data.path("talkAt"));
      }
      case "timeout.letGo" -> end(timeout, "let_go", event);
      case "timeout.lapsed" -> end(timeout, "lapsed", event);
      default -> {}
    }
  }

  private static void end(ObjectNode timeout, String how, Event event) {
    timeout.put("ending", how);
    say(timeout, "endedAt", "endingWords", event);
  }

  private static void say(ObjectNode timeout, String at, String words, Event event) {
    timeout.put(at, event.time());
    if (event.data().has("words")) timeout.set(words, event.data().path("words"));
    else timeout.remove(words);
  }

  List<JsonNode> open() {
    return timeouts.values().stream()
        .filter(view -> !view.has("ending"))
        .<JsonNode>map(v -> v)
        .toList();
  }

  /// Of this time-out, if it was followed from its beginning or stood in a snapshot.
  Optional<JsonNode> of(String id) {
    return Optional.ofNullable(timeouts.get(id));
  }

  List<JsonNode> all() {
    return List.copyOf(timeouts.values());
  }

  List<JsonNode> talks(Instant now) {
    return all().stream().filter(view -> isTalkAhead(view, now)).toList();
  }

  static boolean isTalkAhead(JsonNode view, Instant now) {
    var talkAt = Fold.moment(view, "talkAt");
    return view.has("ending") && talkAt != null && talkAt.isAfter(now);
  }
}
