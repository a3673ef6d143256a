package app.haven.checkin;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The daily check-in over the real jar and a real PostgreSQL. Alex tells, Sam answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckinIT {
  private final Home home = new Home("checkins", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private ObjectNode told(String checkin) {
    return data()
        .put("checkin", checkin)
        .put("feeling", "Tired.")
        .put("need", "presence")
        .put("words", "Sit with me?");
  }

  private void alex(String kind, ObjectNode data, int status) {
    pair.first().command(pair.couple(), kind, data).expect(status);
  }

  private static JsonNode list(Api person) {
    return person.get("/api/v1/checkins").expect(200).body().path("items");
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  @Test
  void aDayAndItsAnswerAreTheSameForBothAndComeLive() {
    var checkin = id().toString();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      alex("checkin.tell", told(checkin), 200);
      var data = sam.event("checkin.told").path("data");
      assertThat(data.path("need").asText()).isEqualTo("presence");
      var answer = data().put("checkin", checkin).put("offer", "time").put("words", "At eight.");
      pair.second().command(pair.couple(), "checkin.answer", answer).expect(200);
      assertThat(alex.event("checkin.answered").path("data").path("words").asText())
          .isEqualTo("At eight.");
    }
    var read = list(pair.second());
    assertThat(read).isEqualTo(list(pair.first())).hasSize(1);
    assertThat(read.path(0).path("offer").asText()).isEqualTo("time");
    assertThat(snapshot(pair.first()).path("checkins")).isEqualTo(read);
  }

  @Test
  void whatWasTakenBackLeavesItsTimesAndNoWords() {
    var checkin = id().toString();
    alex("checkin.tell", told(checkin), 200);
    alex("checkin.withdraw", data().put("checkin", checkin), 200);
    var trace = list(pair.second()).path(0);
    assertThat(trace.properties().stream().map(Map.Entry::getKey))
        .containsExactly("checkin", "teller", "toldAt", "withdrawnAt");
  }

  @Test
  void aSecondOneByTheSameIdAndTheSeventhInADayAreRefused() {
    var checkin = id().toString();
    alex("checkin.tell", told(checkin), 200);
    alex("checkin.tell", told(checkin), 409);
    for (int more = 0; more < 5; more++) alex("checkin.tell", told(id().toString()), 200);
    alex("checkin.tell", told(id().toString()), 429);
  }

  @Test
  void whatIsKeptAtHandIsItsOwnersAlone() {
    var before = snapshot(pair.second()).path("streams");
    var favourite = id().toString();
    var kept = data().put("favourite", favourite).put("words", "I'm right here.");
    pair.first().command(null, "favourite.keep", kept).expect(200);
    pair.first().command(null, "favourite.keep", kept.put("words", "Right here.")).expect(200);
    var read = snapshot(pair.first()).path("favourites");
    assertThat(read).hasSize(1);
    assertThat(read.path(0).path("words").asText()).isEqualTo("Right here.");
    assertThat(snapshot(pair.second()).path("streams")).isEqualTo(before);
    assertThat(snapshot(pair.second()).path("favourites")).isEmpty();
    for (int more = 1; more < 20; more++) {
      pair.first()
          .command(null, "favourite.keep", kept.put("favourite", id().toString()))
          .expect(200);
    }
    pair.first()
        .command(null, "favourite.keep", kept.put("favourite", id().toString()))
        .expect(409);
    pair.first().command(null, "favourite.drop", data().put("favourite", favourite)).expect(200);
    assertThat(snapshot(pair.first()).path("favourites")).hasSize(19);
  }

  @Test
  void favouritesStayWhenTheSpaceIsClosedAndTheDaysDoNot() {
    alex("checkin.tell", told(id().toString()), 200);
    var kept = data().put("favourite", id().toString()).put("words", "I'm right here.");
    pair.first().command(null, "favourite.keep", kept).expect(200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(snapshot(pair.first()).path("favourites")).hasSize(1);
    assertThat(snapshot(pair.first()).path("checkins")).isEmpty();
    assertThat(list(pair.first())).isEmpty();
  }
}
