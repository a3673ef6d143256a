package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Random;

/// How two people come to an agreement, look at it and end it, from what their devices show. Some
/// of it is refused: another version waits by now, or a no has its rest.
final class Agreeing {
  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Agreeing(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var open =
        phone.seen(fold -> fold.agreements().all()).stream()
            .filter(one -> !one.has("endedAt"))
            .toList();
    if (open.isEmpty() || random.nextInt(4) == 0) return propose();
    var one = open.get(random.nextInt(open.size()));
    int choice = random.nextInt(100);
    if (one.has("holds") && random.nextInt(3) == 0) return alone(one, phone);
    if (choice < 15) return ask("agreement.withdraw", withdrawn(one));
    if (one.has("pending")) return choice < 70 ? consent(one) : version("agreement.counter", one);
    return choice < 60 ? keep(one) : version("agreement.amend", one);
  }

  /// What nobody else may learn of, so it carries the person's own words.
  private Ask alone(JsonNode one, Phone phone) {
    var data = of(one);
    boolean stands =
        phone.seen(fold -> fold.agreements().reminders()).stream()
            .anyMatch(own -> own.path("agreement").equals(one.path("agreement")));
    int choice = stands ? random.nextInt(5) : 4;
    if (choice == 0) return new Ask(person, null, "agreement.remindStop", data);
    if (choice == 1) return new Ask(person, null, "agreement.remindPause", data);
    if (choice == 2) return new Ask(person, null, "agreement.remindResume", data);
    data.put("words", "It is about " + Canary.of(person));
    data.putArray("times").add("%02d:00".formatted(random.nextInt(24)));
    data.putArray("weekdays").add("saturday").add("sunday");
    return new Ask(person, null, "agreement.remind", data);
  }

  private Ask propose() {
    var data = words(Api.data().put("agreement", Api.id().toString()).put("kind", "need"));
    return ask("agreement.propose", data);
  }

  private ObjectNode withdrawn(JsonNode one) {
    boolean waits = one.has("pending") && random.nextBoolean();
    return waits ? of(one).put("version", one.path("pending").asInt()) : of(one);
  }

  private Ask consent(JsonNode one) {
    return ask("agreement.consent", of(one).put("version", one.path("pending").asInt()));
  }

  private Ask version(String kind, JsonNode one) {
    return ask(kind, words(of(one).put("version", one.path("versions").size() + 1)));
  }

  /// Mostly too soon.
  private Ask keep(JsonNode one) {
    var data = of(one);
    return ask("agreement.keep", random.nextBoolean() ? data : data.put("reviewAt", ahead()));
  }

  private static ObjectNode of(JsonNode one) {
    return Api.data().put("agreement", one.path("agreement").asText());
  }

  private ObjectNode words(ObjectNode data) {
    var words = "It is about " + Canary.of(couple);
    data.put("why", words).put("iWill", words).put("youWill", words);
    return random.nextInt(4) == 0 ? data : data.put("reviewAt", ahead());
  }

  private String ahead() {
    return clock.now().plus(Duration.ofMinutes(random.nextInt(5, 120))).toString();
  }

  private Ask ask(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
