package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person writes down a hard thing, raises it and hears the other's, from what their device
/// shows. Some of it is refused: another one is open, or the fifth of the day has gone before.
final class Raising {
  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Raising(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var concerns = phone.seen(fold -> fold.concerns().all());
    var own = concerns.stream().filter(concern -> isOwn(concern)).toList();
    var open = concerns.stream().filter(concern -> is(concern, "open")).findFirst();
    int choice = random.nextInt(100);
    if (choice < 20) return draft(phone);
    if (choice < 30 && !own.isEmpty()) return withdraw(own);
    if (choice < 50) {
      var waiting = own.stream().filter(concern -> is(concern, "parked")).findFirst();
      if (waiting.isPresent()) return shared("concern.open", of(waiting.get()));
    }
    if (choice < 85 && open.isPresent())
      return isOwn(open.get()) ? close(open.get()) : hear(open.get());
    return shared("concern.raise", card(couple));
  }

  private boolean isOwn(JsonNode concern) {
    return concern.path("author").asText().equals(person);
  }

  private static boolean is(JsonNode concern, String state) {
    return concern.path("state").asText().equals(state);
  }

  private Ask draft(Phone phone) {
    var drafts = phone.seen(fold -> fold.concerns().drafts());
    if (drafts.isEmpty() || (drafts.size() < 4 && random.nextBoolean())) {
      return alone("concern.keep", card(person));
    }
    var draft = drafts.get(random.nextInt(drafts.size()));
    if (random.nextBoolean()) return alone("concern.discard", of(draft));
    return alone("concern.keep", of(draft).put("felt", words(person)));
  }

  private Ask withdraw(List<JsonNode> own) {
    return shared("concern.withdraw", of(own.get(random.nextInt(own.size()))));
  }

  private Ask close(JsonNode concern) {
    return shared("concern.close", of(concern).put("how", "enough"));
  }

  private Ask hear(JsonNode concern) {
    if (random.nextBoolean()) {
      return shared("concern.hear", of(concern).put("words", words(couple)));
    }
    var until = clock.now().plus(Duration.ofMinutes(random.nextInt(2, 300))).toString();
    return shared("concern.needTime", of(concern).put("until", until));
  }

  private static ObjectNode of(JsonNode concern) {
    return Api.data().put("concern", concern.path("concern").asText());
  }

  private ObjectNode card(String stream) {
    var card = Api.data().put("concern", Api.id().toString()).put("saw", words(stream));
    card.put("felt", words(stream)).put("need", words(stream));
    return random.nextBoolean() ? card : card.put("meaning", words(stream));
  }

  private static String words(String stream) {
    return "It is about " + Canary.of(stream);
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
