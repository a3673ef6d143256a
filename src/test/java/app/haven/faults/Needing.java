package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// How a person keeps and shares needs and boundaries, answers the other's, and is reminded. Some
/// of it is refused: a no rests, or the tenth of the day has gone before. Nothing is taken back
/// here: that begins a new epoch, and others look at that.
final class Needing {
  private static final List<String> ANSWERS = List.of("yes", "no", "other");

  private final String person;
  private final String couple;
  private final Random random;

  Needing(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    int choice = random.nextInt(100);
    if (choice < 25) return keep(phone);
    var needs = phone.seen(fold -> fold.needs().list("needs"));
    if (needs.isEmpty() || choice < 40) return shared("need.share", need(fresh("need"), couple));
    var boundaries = phone.seen(fold -> fold.needs().list("boundaries"));
    if (choice < 60) return boundary(boundaries);
    var need = some(needs);
    return isOwn(need) ? own(need) : others(need);
  }

  private JsonNode some(List<JsonNode> views) {
    return views.get(random.nextInt(views.size()));
  }

  private boolean isOwn(JsonNode view) {
    return view.path("author").asText().equals(person);
  }

  private Ask keep(Phone phone) {
    var kept = phone.seen(fold -> fold.needs().list("ownNeeds"));
    if (kept.isEmpty() || (kept.size() < 5 && random.nextBoolean())) {
      return alone("need.keep", need(fresh("need"), person));
    }
    if (random.nextInt(3) == 0) return alone("boundary.keep", boundary(fresh("boundary"), person));
    return alone("need.change", need(of(some(kept), "need"), person));
  }

  private Ask boundary(List<JsonNode> boundaries) {
    if (boundaries.isEmpty() || random.nextInt(3) == 0) {
      return shared("boundary.share", boundary(fresh("boundary"), couple));
    }
    var one = some(boundaries);
    var data = of(one, "boundary");
    if (isOwn(one)) return shared("boundary.share", boundary(data, couple));
    if (random.nextBoolean()) return shared("boundary.acknowledge", data);
    return shared("boundary.ask", data.put("words", words(couple)));
  }

  private Ask own(JsonNode need) {
    var data = of(need, "need");
    if (random.nextBoolean()) return shared("need.share", need(data, couple));
    data.put("reminder", Api.id().toString()).put("words", words(couple));
    data.putArray("times").add("%02d:00".formatted(random.nextInt(24)));
    data.putArray("weekdays").add("saturday").add("sunday");
    return shared("need.remind", data);
  }

  private Ask others(JsonNode need) {
    var data = of(need, "need");
    var reminder = need.path("reminder");
    int choice = random.nextInt(100);
    if (need.has("reminder") && choice < 50) {
      if (!reminder.path("agreed").asBoolean()) {
        return shared("need.remindAgree", data.put("reminder", reminder.path("reminder").asText()));
      }
      return choice < 12 ? shared("need.remindStop", data) : alone(pause(choice), data);
    }
    data.put("answer", ANSWERS.get(random.nextInt(ANSWERS.size())));
    return shared("need.answer", random.nextBoolean() ? data.put("words", words(couple)) : data);
  }

  private static String pause(int choice) {
    return choice < 32 ? "need.remindPause" : "need.remindResume";
  }

  private static ObjectNode fresh(String of) {
    return Api.data().put(of, Api.id().toString());
  }

  private static ObjectNode of(JsonNode view, String id) {
    return Api.data().put(id, view.path(id).asText());
  }

  private ObjectNode need(ObjectNode data, String stream) {
    data.put("statement", words(stream)).put("feeling", words(stream));
    return random.nextBoolean() ? data.put("request", words(stream)) : data;
  }

  private static ObjectNode boundary(ObjectNode data, String stream) {
    return data.put("protects", words(stream)).put("will", words(stream));
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
