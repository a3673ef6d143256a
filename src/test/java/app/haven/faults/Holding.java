package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// How a person keeps small things in the tank, and holds of their own, from what their device
/// shows. What is shown of a hold is shown once: anew or taken back its words are erased, and gone
/// for the checker, too (`HoldIT` holds that).
final class Holding {
  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Holding(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    int choice = random.nextInt(100);
    if (choice < 45) return tank(phone);
    if (choice < 60) return new Ask(person, couple, "hold.share", hold(couple));
    var own = phone.seen(fold -> fold.holds().own());
    if (!own.isEmpty() && choice < 75) {
      return alone("hold.lift", Api.data().set("hold", any(own).path("hold")));
    }
    return alone("hold.place", hold(person));
  }

  private Ask tank(Phone phone) {
    var tank = phone.seen(fold -> fold.holds().tank());
    int choice = random.nextInt(4);
    var id = tank.isEmpty() ? Api.id().toString() : any(tank).path("resentment").asText();
    if (tank.isEmpty() || choice == 0) return kept(Api.id().toString());
    var data = Api.data().put("resentment", id);
    return switch (choice) {
      case 1 -> kept(id);
      case 2 -> alone("tank.letGo", data);
      default -> alone("tank.raise", data);
    };
  }

  private Ask kept(String id) {
    var data = Api.data().put("resentment", id).put("words", words(person));
    return alone("tank.keep", random.nextBoolean() ? data : data.put("about", words(person)));
  }

  private JsonNode any(List<JsonNode> views) {
    return views.get(random.nextInt(views.size()));
  }

  private ObjectNode hold(String stream) {
    var until = clock.now().plus(Duration.ofMinutes(random.nextInt(5, 120)));
    var data = Api.data().put("hold", Api.id().toString()).put("until", until.toString());
    return random.nextInt(3) == 0 ? data : data.put("words", words(stream));
  }

  private static String words(String stream) {
    return "It is about " + Canary.of(stream);
  }

  private Ask alone(String kind, ObjectNode data) {
    return new Ask(person, null, kind, data);
  }
}
