package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person promises something, and keeps it, changes it or lets it go, from what their device
/// shows. Some of it is refused: it is the other's, or settled.
final class Promising {
  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Promising(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var promises = phone.seen(fold -> fold.promises().all());
    var own = promises.stream().filter(promise -> isOwn(promise)).toList();
    var kept =
        promises.stream()
            .filter(promise -> !isOwn(promise) && promise.path("state").asText().equals("kept"))
            .toList();
    int choice = random.nextInt(100);
    if (choice < 25 && !kept.isEmpty()) return thank(any(kept));
    if (choice < 60 && !own.isEmpty()) return change(any(own));
    return ask("promise.make", data(Api.id().toString()));
  }

  private boolean isOwn(JsonNode promise) {
    return promise.path("maker").asText().equals(person);
  }

  private JsonNode any(List<JsonNode> promises) {
    return promises.get(random.nextInt(promises.size()));
  }

  private Ask thank(JsonNode promise) {
    var data = of(promise);
    return ask("promise.thank", random.nextBoolean() ? data : data.put("words", words()));
  }

  private Ask change(JsonNode promise) {
    return switch (random.nextInt(3)) {
      case 0 -> ask("promise.keep", of(promise));
      case 1 -> ask("promise.letGo", of(promise).put("words", words()));
      default -> ask("promise.change", data(promise.path("promise").asText()));
    };
  }

  private static ObjectNode of(JsonNode promise) {
    return Api.data().put("promise", promise.path("promise").asText());
  }

  private ObjectNode data(String promise) {
    var due = clock.now().plus(Duration.ofMinutes(random.nextInt(5, 300)));
    return Api.data().put("promise", promise).put("words", words()).put("due", due.toString());
  }

  private String words() {
    return "It is about " + Canary.of(couple);
  }

  private Ask ask(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
