package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// How a person tells of a day and answers to the other's. Some of it is refused: the sixth of the
/// day has gone before, or it was taken back meanwhile.
final class Telling {
  private static final List<String> OFFERS =
      List.of("reassurance", "presence", "affection", "validation", "time");

  private final String person;
  private final String couple;
  private final Random random;

  Telling(String person, String couple, Random random) {
    this.person = person;
    this.couple = couple;
    this.random = random;
  }

  Ask next(Phone phone) {
    var kept = phone.seen(Fold::checkins);
    var days = kept.days().stream().filter(day -> !day.has("withdrawnAt")).toList();
    int choice = random.nextInt(100);
    if (choice < 20) return favourite(kept.favourites());
    if (days.isEmpty() || choice < 45) return tell();
    var day = days.get(random.nextInt(days.size()));
    var data = Api.data().put("checkin", day.path("checkin").asText());
    if (day.path("teller").asText().equals(person)) return shared("checkin.withdraw", data);
    if (random.nextBoolean()) data.put("words", words(couple));
    else data.put("offer", OFFERS.get(random.nextInt(OFFERS.size())));
    return shared("checkin.answer", data);
  }

  private Ask tell() {
    var data = Api.data().put("checkin", Api.id().toString()).put("feeling", words(couple));
    if (random.nextBoolean()) data.put("need", OFFERS.get(random.nextInt(OFFERS.size())));
    return shared("checkin.tell", data);
  }

  private Ask favourite(List<JsonNode> kept) {
    if (!kept.isEmpty() && random.nextInt(3) == 0) {
      var one = kept.get(random.nextInt(kept.size())).path("favourite").asText();
      return new Ask(person, null, "favourite.drop", Api.data().put("favourite", one));
    }
    var data = Api.data().put("favourite", Api.id().toString()).put("words", words(person));
    return new Ask(person, null, "favourite.keep", data);
  }

  private static String words(String stream) {
    return "It is " + Canary.of(stream);
  }

  private Ask shared(String kind, ObjectNode data) {
    return new Ask(person, couple, kind, data);
  }
}
