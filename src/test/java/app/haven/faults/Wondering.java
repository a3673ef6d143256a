package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// How two people draw questions, answer them blind and let them go, from what their device shows.
/// Some of it is refused: the turn is the other's, or another question is open.
final class Wondering {
  private static final List<String> DEPTHS = List.of("light", "close", "deep");

  private final String person;
  private final String couple;
  private final Random random;

  Wondering(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    var questions = phone.seen(fold -> fold.questions().all());
    var open = questions.stream().filter(one -> is(one, "open")).findFirst();
    int choice = random.nextInt(100);
    if (choice < 5) return shared("question.add", added());
    if (open.isPresent()) return choice < 15 ? letGo(open.get()) : answer(phone, open.get());
    var answered = questions.stream().filter(one -> is(one, "revealed")).findFirst();
    if (choice < 30 && answered.isPresent()) {
      var thank = about(answered.get());
      return shared("question.thank", choice < 20 ? thank : thank.put("words", words()));
    }
    if (choice < 40) return shared("question.pass", Api.data());
    var draw = Api.data().put("question", Api.id().toString());
    return shared("question.draw", draw.put("depth", DEPTHS.get(random.nextInt(3))));
  }

  private static boolean is(JsonNode question, String state) {
    return question.path("state").asText().equals(state);
  }

  private ObjectNode added() {
    return Api.data()
        .put("own", Api.id().toString())
        .put("depth", DEPTHS.get(random.nextInt(3)))
        .put("words", words());
  }

  private Ask letGo(JsonNode question) {
    var skip = about(question);
    return shared(
        "question.skip", random.nextBoolean() ? skip : skip.put("next", Api.id().toString()));
  }

  /// Written for the couple: once both are ready it stands there.
  private Ask answer(Phone phone, JsonNode question) {
    var draft =
        phone.seen(fold -> fold.questions().drafts()).stream()
            .filter(one -> one.path("question").equals(question.path("question")))
            .findFirst();
    var data = about(question).put("couple", couple);
    if (draft.isEmpty()) return alone("question.keep", data.put("words", words()));
    if (draft.get().path("ready").asBoolean()) {
      return random.nextInt(5) == 0
          ? alone("question.notReady", data)
          : alone("question.ready", data);
    }
    return switch (random.nextInt(6)) {
      case 0 -> alone("question.discard", about(question));
      case 1 -> alone("question.keep", data.put("words", words()));
      default -> alone("question.ready", data);
    };
  }

  private static ObjectNode about(JsonNode question) {
    return Api.data().put("question", question.path("question").asText());
  }

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
