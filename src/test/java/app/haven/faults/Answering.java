package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// How a person answers blind, from what their device shows: opens a topic or a worksheet, keeps,
/// is ready and takes that back, and goes on together after the reveal. Some of it is refused: it
/// was revealed meanwhile, or the other wrote a version first.
final class Answering {
  private static final List<String> TOPICS =
      List.of("roles", "contact", "arguments", "money", "time", "future", "vision");
  private static final List<String> LINES = List.of("first", "second", "third");
  private static final List<String> MARKS = List.of("same", "differ", "talk");

  private final String person;
  private final String couple;
  private final Random random;

  Answering(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    return random.nextBoolean() ? expectation(phone) : worksheet(phone);
  }

  private Ask expectation(Phone phone) {
    var things = phone.seen(fold -> fold.expectations().all());
    var open = one(things, "open");
    if (open.isPresent() && random.nextInt(8) > 0) {
      return answer("expectation", open.get(), phone.seen(fold -> fold.expectations().kept()));
    }
    var revealed = one(things, "revealed");
    if (revealed.isPresent() && random.nextInt(3) > 0) {
      var mark = of("expectation", revealed.get()).put("line", one(LINES)).put("mark", one(MARKS));
      return shared("expectation.mark", mark);
    }
    var wish = Api.data().put("expectation", Api.id().toString()).put("topic", one(TOPICS));
    return shared("expectation.open", wish);
  }

  private Ask worksheet(Phone phone) {
    var things = phone.seen(fold -> fold.worksheets().all());
    var open = one(things, "open");
    if (open.isPresent() && random.nextInt(8) > 0) {
      return answer("worksheet", open.get(), phone.seen(fold -> fold.worksheets().kept()));
    }
    var revealed = one(things, "revealed");
    if (revealed.isPresent() && random.nextInt(4) > 0) {
      var sheet = of("worksheet", revealed.get());
      if (random.nextInt(6) == 0) return shared("worksheet.close", sheet);
      int version = revealed.get().path("best").size();
      return shared("worksheet.write", sheet.put("version", version).put("words", words()));
    }
    var wish = Api.data().put("worksheet", Api.id().toString()).put("issue", words());
    return shared("worksheet.open", wish);
  }

  private Ask answer(String kind, JsonNode thing, List<JsonNode> kept) {
    var own = kept.stream().filter(one -> one.path(kind).equals(thing.path(kind))).findFirst();
    var mine = of(kind, thing);
    if (own.isPresent() && random.nextInt(20) == 0) return alone(kind + ".discard", mine);
    mine.put("couple", couple);
    if (own.isPresent() && own.get().path("ready").asBoolean()) {
      return alone(kind + (random.nextInt(5) == 0 ? ".notReady" : ".ready"), mine);
    }
    if (own.isPresent() && random.nextInt(3) > 0) return alone(kind + ".ready", mine);
    return alone(kind + ".keep", mine.put(kind.equals("worksheet") ? "view" : "first", words()));
  }

  private Optional<JsonNode> one(List<JsonNode> things, String state) {
    var fitting = things.stream().filter(one -> one.path("state").asText().equals(state)).toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(one(fitting));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static ObjectNode of(String kind, JsonNode thing) {
    return Api.data().put(kind, thing.path(kind).asText());
  }

  /// All of it is meant for both.
  private String words() {
    return "It is about " + Canary.of(couple);
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
