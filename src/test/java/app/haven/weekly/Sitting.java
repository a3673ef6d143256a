package app.haven.weekly;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;

import app.haven.client.Api;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.awaitility.Awaitility;

/// Two who agreed to sit down in three hours: so this week's check-in is open already.
public record Sitting(Pair pair, String rhythm, String weekly) {
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  public static Sitting of(Pair pair) {
    var proposal = inThreeHours();
    pair.first().command(pair.couple(), "rhythm.propose", proposal).expect(200);
    var named = data().put("rhythm", proposal.path("rhythm").asText());
    pair.second().command(pair.couple(), "rhythm.agree", named).expect(200);
    Awaitility.await().atMost(PATIENCE).until(() -> !weeklies(pair.first()).isEmpty());
    var weekly = weeklies(pair.first()).path(0).path("weekly").asText();
    return new Sitting(pair, proposal.path("rhythm").asText(), weekly);
  }

  public static ObjectNode inThreeHours() {
    var at = ZonedDateTime.now(ZoneOffset.UTC).plusHours(3);
    return data()
        .put("rhythm", id().toString())
        .put("weekday", at.getDayOfWeek().name().toLowerCase(Locale.ROOT))
        .put("time", at.format(DateTimeFormatter.ofPattern("HH:mm")))
        .put("zone", "UTC")
        .put("form", "short");
  }

  static JsonNode weeklies(Api person) {
    return person.get("/api/v1/weeklies").expect(200).body().path("items");
  }

  ObjectNode about() {
    return data().put("weekly", weekly);
  }

  ObjectNode mine() {
    return about().put("couple", pair.couple());
  }

  Api.Answer ours(Api person, String what, ObjectNode data) {
    return person.command(pair.couple(), "weekly." + what, data);
  }

  Api.Answer own(Api person, String what, ObjectNode data) {
    return person.command(null, "weekly." + what, data);
  }

  void revealed() {
    var answers = mine().put("wentWell", "We ate together.").put("together", "A walk.");
    answers.putArray("appreciations").add("You made soup.").add("You waited for me.");
    answers
        .putArray("needs")
        .addObject()
        .put("agreement", rhythm)
        .put("met", 4)
        .put("words", "Quieter.");
    own(pair.first(), "keep", answers).expect(200);
    own(pair.second(), "keep", mine().put("offer", "The early shift.")).expect(200);
    own(pair.first(), "ready", mine()).expect(200);
    own(pair.second(), "ready", mine()).expect(200);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> one(pair.first()).path("state").asText().equals("revealed"));
  }

  JsonNode one(Api person) {
    return person.get("/api/v1/weeklies/" + weekly).expect(200).body();
  }
}
