package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How a person takes part in the weekly check-in, from what their device shows. Some of it is
/// refused: the other has the word, wrote first, or closed it meanwhile.
final class Meeting {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final String person;
  private final String couple;
  private final TestClock clock;
  private final Random random;

  Meeting(String person, String couple, TestClock clock, Random random) {
    this.person = person;
    this.couple = couple;
    this.clock = clock;
    this.random = random;
  }

  Ask next(Phone phone) {
    var weekly = phone.seen(fold -> fold.weeklies().all());
    var going =
        weekly.stream()
            .filter(one -> List.of("open", "revealed").contains(one.path("state").asText()))
            .findFirst();
    if (going.isEmpty() || random.nextInt(10) == 0) return rhythm(phone);
    if (going.get().path("state").asText().equals("open")) return answer(phone, going.get());
    return talk(going.get());
  }

  /// Always in some hours, so that it opens at once.
  private Ask rhythm(Phone phone) {
    for (var one : phone.seen(fold -> fold.weeklies().rhythms())) {
      var named = Api.data().put("rhythm", one.path("rhythm").asText());
      boolean mine = one.path("proposedBy").asText().equals(person);
      if (!one.path("agreed").asBoolean() && !mine) return shared("rhythm.agree", named);
      if (random.nextInt(4) == 0) return shared("rhythm.stop", named);
    }
    var at = clock.now().plus(Duration.ofHours(random.nextInt(1, 20))).atZone(ZoneOffset.UTC);
    return shared(
        "rhythm.propose",
        Api.data()
            .put("rhythm", Api.id().toString())
            .put("weekday", at.getDayOfWeek().name().toLowerCase(Locale.ROOT))
            .put("time", at.format(CLOCK))
            .put("zone", "UTC")
            .put("form", random.nextBoolean() ? "hour" : "short"));
  }

  private Ask answer(Phone phone, JsonNode weekly) {
    var own =
        phone.seen(fold -> fold.weeklies().kept()).stream()
            .filter(one -> one.path("weekly").equals(weekly.path("weekly")))
            .findFirst();
    var mine = of(weekly);
    if (random.nextInt(12) == 0) return shared("weekly.skip", mine);
    if (own.isPresent() && random.nextInt(20) == 0) return alone("weekly.discard", mine);
    mine.put("couple", couple);
    if (own.isPresent() && own.get().path("ready").asBoolean()) {
      return alone(random.nextInt(5) == 0 ? "weekly.notReady" : "weekly.ready", mine);
    }
    if (own.isPresent() && random.nextInt(3) > 0) return alone("weekly.ready", mine);
    mine.putArray("appreciations").add(words());
    return alone("weekly.keep", mine.put("together", words()));
  }

  private Ask talk(JsonNode weekly) {
    var about = of(weekly);
    return switch (random.nextInt(12)) {
      case 0 -> shared("weekly.close", about);
      case 1, 2 -> shared("weekly.speak", about);
      case 3 -> shared("weekly.pass", about);
      case 4, 5, 6, 7 -> write("weekly.note", "note", weekly.path("notes"), about);
      default -> write("weekly.decide", "decision", weekly.path("decisions"), about);
    };
  }

  private Ask write(String kind, String name, JsonNode written, ObjectNode about) {
    about.put("words", words());
    if (written.isEmpty() || random.nextInt(3) == 0) {
      return shared(kind, about.put(name, Api.id().toString()).put("version", 0));
    }
    var one = written.path(random.nextInt(written.size()));
    about.put(name, one.path("id").asText());
    return shared(kind, about.put("version", one.path("version").asInt()));
  }

  private static ObjectNode of(JsonNode weekly) {
    return Api.data().put("weekly", weekly.path("weekly").asText());
  }

  /// All of it is meant for both.
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
