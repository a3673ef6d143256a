package app.haven.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a client makes of a snapshot's bids, of what is muted, and of the events about them.
final class FoldedBids {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final List<String> TRACE = List.of("bid", "sender", "madeAt", "kind", "at");

  private final Map<String, ObjectNode> bids = new LinkedHashMap<>();
  private final TreeSet<String> muted = new TreeSet<>();

  void start(JsonNode snapshot) {
    for (var view : snapshot.path("bids")) {
      bids.put(view.path("bid").asText(), view.deepCopy());
    }
    for (var kind : snapshot.path("muted")) muted.add(kind.asText());
  }

  void apply(Event event) {
    var data = event.data();
    switch (event.kind()) {
      case "bid.made" -> {
        ObjectNode made = data.deepCopy();
        made.put("sender", event.by()).put("madeAt", event.time());
        bids.put(data.path("bid").asText(), made);
      }
      case "mute.changed" -> {
        var kind = data.path("kind").asText();
        if (data.path("muted").asBoolean()) muted.add(kind);
        else muted.remove(kind);
      }
      default -> {
        var bid = bids.get(data.path("bid").asText());
        if (bid != null) change(bid, event);
      }
    }
  }

  private static void change(ObjectNode bid, Event event) {
    switch (event.kind()) {
      case "bid.answered" -> {
        bid.set("answer", event.data().path("answer"));
        bid.put("answeredAt", event.time());
        bid.remove("fadedAt");
        said(bid, "answerAt", event.data().path("at"));
        said(bid, "answerWords", event.data().path("words"));
      }
      case "bid.faded" -> bid.put("fadedAt", event.time());
      case "bid.withdrawn" -> bid.retain(TRACE).put("withdrawnAt", event.time());
      default -> {}
    }
  }

  private static void said(ObjectNode bid, String field, JsonNode value) {
    if (value.isMissingNode()) bid.remove(field);
    else bid.set(field, value);
  }

  List<JsonNode> bids() {
    return List.copyOf(bids.values());
  }

  /// As a snapshot has them.
  List<JsonNode> shown(Instant now) {
    return bids().stream().filter(bid -> isShown(bid, now)).toList();
  }

  private static boolean isShown(JsonNode bid, Instant now) {
    if (Instant.parse(bid.path("madeAt").asText()).isAfter(now.minus(SHOWN))) return true;
    return !bid.has("withdrawnAt") && (isAhead(bid, "at", now) || isAhead(bid, "answerAt", now));
  }

  private static boolean isAhead(JsonNode bid, String field, Instant now) {
    var at = Fold.moment(bid, field);
    return at != null && at.isAfter(now);
  }

  List<JsonNode> muted() {
    return muted.stream().<JsonNode>map(TextNode::valueOf).toList();
  }
}
