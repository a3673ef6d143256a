package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person reaches out and answers, from what their device shows. Some of it is refused: the
/// tenth in an hour has gone before, or a no is at rest.
final class Bidding {
  private static final List<String> KINDS =
      List.of("look", "laugh", "hug", "talk", "company", "help", "good_news", "plan", "play");
  private static final List<String> ANSWERS =
      List.of("toward", "tired_but_glad", "later", "not_now");

  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Bidding(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    if (random.nextInt(8) == 0) return mute();
    var bids = phone.seen(Fold::bids).stream().filter(bid -> !bid.has("withdrawnAt")).toList();
    var own = bids.stream().filter(this::isOwn).toList();
    var others = bids.stream().filter(bid -> !isOwn(bid)).toList();
    int choice = random.nextInt(100);
    if (choice < 40 && !others.isEmpty()) return answer(one(others));
    if (choice < 50 && !own.isEmpty()) return shared("bid.withdraw", of(one(own)));
    return make();
  }

  private boolean isOwn(JsonNode bid) {
    return bid.path("sender").asText().equals(person);
  }

  private Ask make() {
    var kind = one(KINDS);
    var data = Api.data().put("bid", Api.id().toString()).put("kind", kind);
    if (kind.equals("plan")) data.put("at", ahead(5_000));
    if (kind.equals("talk") && random.nextBoolean()) data.put("wanted", "listening");
    return shared("bid.make", maybeWords(data));
  }

  private Ask answer(JsonNode bid) {
    var answer = one(ANSWERS);
    var data = of(bid).put("answer", answer);
    if (answer.equals("later") && random.nextBoolean()) data.put("at", ahead(90));
    return shared("bid.answer", maybeWords(data));
  }

  private Ask mute() {
    var data = Api.data().put("kind", one(KINDS)).put("muted", random.nextBoolean());
    return new Ask(person, null, "mute.set", data);
  }

  private static ObjectNode of(JsonNode bid) {
    return Api.data().put("bid", bid.path("bid").asText());
  }

  private ObjectNode maybeWords(ObjectNode data) {
    return random.nextInt(3) == 0 ? data : data.put("words", "It is about " + Canary.of(couple));
  }

  private String ahead(int minutes) {
    return clock.now().plus(Duration.ofMinutes(random.nextInt(2, minutes))).toString();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
