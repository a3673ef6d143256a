package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person makes it right and answers, from what their device shows. Some of it is refused:
/// the tenth in an hour has gone before, time was asked for, or a part is not there.
final class Repairing {
  private static final List<String> PHRASES = List.of("sorry", "start_over", "calmer", "my_part");
  private static final List<String> ANSWERS = List.of("accepted", "need_time", "not_yet", "need");

  /// Of what any device has seen whole.
  private static final Duration LATELY = Duration.ofDays(2);

  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Repairing(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    int choice = random.nextInt(100);
    if (choice < 6) return wish();
    var repairs = phone.seen(fold -> fold.repairs().repairs()).stream().filter(this::open).toList();
    var asked = phone.seen(fold -> fold.repairs().followUps());
    var own = repairs.stream().filter(this::isOwn).toList();
    var others = repairs.stream().filter(repair -> !isOwn(repair)).toList();
    if (choice < 40 && !others.isEmpty()) return answer(one(others));
    if (choice < 50 && !others.isEmpty()) return askFollowUp(one(others));
    if (choice < 56 && !asked.isEmpty()) return endFollowUp(one(asked));
    if (choice < 62 && !own.isEmpty()) return shared("repair.withdraw", of(one(own)));
    if (choice < 75 && !own.isEmpty()) return shared("repair.offer", offer(one(own)));
    return shared("repair.offer", offer());
  }

  private boolean open(JsonNode repair) {
    var offeredAt = Fold.moment(repair, "offeredAt");
    return !repair.has("withdrawnAt")
        && offeredAt != null
        && offeredAt.isAfter(clock.now().minus(LATELY));
  }

  private boolean isOwn(JsonNode repair) {
    return repair.path("giver").asText().equals(person);
  }

  private Ask wish() {
    boolean is = random.nextBoolean();
    return random.nextBoolean()
        ? new Ask(person, null, "repair.mute", Api.data().put("muted", is))
        : new Ask(
            person,
            null,
            "repair.shareTimeline",
            Api.data().put("couple", couple).put("shared", is));
  }

  private ObjectNode offer(JsonNode before) {
    return offer().put("thread", before.path("thread").asText());
  }

  private ObjectNode offer() {
    var data = Api.data().put("repair", Api.id().toString());
    if (random.nextInt(3) == 0) data.put("asks", true);
    return switch (random.nextInt(3)) {
      case 0 -> data.put("phrase", one(PHRASES));
      case 1 -> data.put("words", words());
      default ->
          data.put("acknowledgement", words()).put("empathy", words()).put("restitution", words());
    };
  }

  private Ask answer(JsonNode repair) {
    var answer = one(ANSWERS);
    var data = of(repair).put("answer", answer);
    if (answer.equals("need_time")) {
      data.put("until", clock.now().plus(Duration.ofMinutes(random.nextInt(2, 90))).toString());
    }
    if (answer.startsWith("n") || random.nextBoolean()) data.put("words", words());
    return shared("repair.answer", data);
  }

  private Ask askFollowUp(JsonNode repair) {
    var data = Api.data().put("thread", repair.path("thread").asText());
    return shared("repair.askFollowUp", data.put("days", random.nextInt(1, 4)));
  }

  /// Also by the giver, who cannot.
  private Ask endFollowUp(JsonNode asked) {
    var data = Api.data().put("thread", asked.path("thread").asText());
    return shared("repair.endFollowUp", data);
  }

  private static ObjectNode of(JsonNode repair) {
    return Api.data().put("repair", repair.path("repair").asText());
  }

  private String words() {
    return "It is about " + Canary.of(couple);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
