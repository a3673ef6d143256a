package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a client makes of a snapshot's questions, the turn, what both added and one's own answers,
/// and of the events about them.
final class FoldedQuestions {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final Duration TURN = Duration.ofDays(1);

  private final Map<String, ObjectNode> questions = new LinkedHashMap<>();
  private final Map<String, ObjectNode> owns = new LinkedHashMap<>();
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();
  private JsonNode turn = NullNode.getInstance();

  void start(JsonNode snapshot) {
    read(snapshot.path("questions"), "question", questions);
    read(snapshot.path("ownQuestions"), "own", owns);
    read(snapshot.path("questionDrafts"), "question", drafts);
    if (snapshot.has("questionTurn")) turn = snapshot.path("questionTurn");
  }

  private static void read(JsonNode list, String id, Map<String, ObjectNode> into) {
    for (var view : list) into.put(view.path(id).asText(), view.deepCopy());
  }

  void apply(Event event) {
    var data = event.data();
    var id = data.path("question").asText();
    switch (event.kind()) {
      case "question.drawn" -> opened(id, Objects.requireNonNull(event.by()), event);
      case "question.skipped" -> {
        var gone = questions.remove(id);
        if (data.has("turn")) turn(data.path("turn"), event);
        else if (gone != null)
          opened(data.path("next").asText(), gone.path("drawer").asText(), event);
      }
      case "question.passed" -> turn(data.path("to"), event);
      case "question.revealed" -> {
        turn(data.path("turn"), event);
        var open = questions.get(id);
        if (open == null) return;
        open.put("state", "revealed").put("revealedAt", event.time());
        open.set("answers", data.path("answers"));
        open.putArray("thanked");
      }
      case "question.thanked" -> thanked(id, event);
      case "question.added" -> {
        ObjectNode own = data.deepCopy();
        owns.put(
            data.path("own").asText(), own.put("author", event.by()).put("addedAt", event.time()));
      }
      default -> own(id, event);
    }
  }

  private void opened(String id, String drawer, Event event) {
    ObjectNode open = event.data().deepCopy();
    open.remove("next");
    open.put("question", id).put("drawer", drawer).put("drawnAt", event.time());
    questions.put(id, open.put("state", "open"));
  }

  private void turn(JsonNode whose, Event event) {
    var free = Instant.parse(event.time()).plus(TURN);
    turn = Api.data().put("whose", whose.asText()).put("free", Event.written(free));
  }

  private void thanked(String id, Event event) {
    var question = questions.get(id);
    if (question == null) return;
    var said = question.withArray("thanked").addObject();
    said.put("by", event.by()).put("at", event.time());
    if (event.data().has("words")) said.set("words", event.data().path("words"));
  }

  /// On one's own stream.
  private void own(String id, Event event) {
    switch (event.kind()) {
      case "question.kept" -> {
        ObjectNode kept = event.data().deepCopy();
        drafts.put(id, kept.put("ready", false).put("keptAt", event.time()));
      }
      case "question.readyChanged" -> {
        var draft = drafts.get(id);
        if (draft != null) draft.set("ready", event.data().path("ready"));
      }
      case "question.discarded", "question.cleared" -> drafts.remove(id);
      default -> {}
    }
  }

  List<JsonNode> all() {
    return List.copyOf(questions.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return all().stream()
        .filter(question -> {
          var revealed = Fold.moment(question, "revealedAt");
          return revealed == null || revealed.isAfter(now.minus(SHOWN));
        })
        .toList();
  }

  List<JsonNode> owns() {
    return List.copyOf(owns.values());
  }

  List<JsonNode> drafts() {
    return List.copyOf(drafts.values());
  }

  List<JsonNode> turn() {
    return List.of(turn);
  }
}
