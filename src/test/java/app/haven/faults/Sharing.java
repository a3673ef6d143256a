package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// How two people do something together, from what their device shows. Some of it is refused: the
/// turn is the other's, or the same was answered with a kind no.
final class Sharing {
  private static final List<String> SOME = List.of("good_moments", "warm_cup", "breathe_in_step");

  private final String person;
  private final String couple;
  private final Random random;

  Sharing(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    var standing =
        phone.seen(fold -> fold.activities().all()).stream()
            .filter(one -> !one.path("state").asText().equals("over"))
            .findFirst();
    if (standing.isEmpty()) {
      var offer = Api.data().put("activity", Api.id().toString());
      return shared("activity.offer", offer.put("which", SOME.get(random.nextInt(SOME.size()))));
    }
    var one = standing.get();
    if (one.path("state").asText().equals("offered")) {
      var answer = random.nextInt(4) == 0 ? "not_now" : "yes";
      return shared("activity.answer", about(one).put("answer", answer));
    }
    return random.nextInt(8) == 0
        ? shared("activity.end", about(one))
        : shared("activity.pass", about(one).put("step", one.path("step").intValue()));
  }

  private static ObjectNode about(JsonNode activity) {
    return Api.data().put("activity", activity.path("activity").asText());
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
