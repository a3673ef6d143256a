package app.haven.activity;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Doing something together over the real server: a turn that is kept, and that nobody is stuck in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityIT {
  private final Home home = new Home("activities", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  @Test
  void theTurnGoesBackAndForthToTheEnd() {
    var activity = offered();
    assertThat(timers()).containsExactly("activity.faded");
    try (var alex = Device.following(pair.first())) {
      sam("activity.answer", about(activity).put("answer", "yes"), 200);
      var data = alex.event("activity.answered").path("data");
      assertThat(data.path("turn").asText()).isEqualTo(me(pair.first()));
    }
    assertThat(one(activity).path("step").intValue()).isEqualTo(1);
    assertThat(timers()).containsExactly("activity.ended");
    assertThat(sam("activity.pass", done(activity, 1), 403).path("code").asText())
        .isEqualTo("not-yours");
    alex("activity.pass", done(activity, 1), 200);
    alex("activity.pass", done(activity, 1), 200);
    var second = one(activity);
    assertThat(second.path("step").intValue()).isEqualTo(2);
    assertThat(second.path("turn").asText()).isEqualTo(me(pair.second()));
    sam("activity.pass", done(activity, 2), 200);
    assertThat(one(activity).has("turn")).as("a step of both").isFalse();
    alex("activity.pass", done(activity, 3), 200);
    var over = one(activity);
    assertThat(over.path("state").asText()).isEqualTo("over");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("activities")).containsExactly(over);
    }
    assertThat(timers()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedAndNothingHappens() {
    var refused = alex("activity.offer", about(id().toString()).put("which", "a_party"), 422);
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("which");
    var activity = running();
    assertThat(
            alex("activity.pass", done(activity, 7), 422)
                .path("errors")
                .path(0)
                .path("field")
                .asText())
        .isEqualTo("step");
    assertThat(one(activity).path("step").intValue()).isEqualTo(1);
  }

  @Test
  void aKindNoLeavesRoomForAnother() {
    var activity = offered();
    sam("activity.offer", offer("warm_cup"), 409);
    sam("activity.answer", about(activity).put("answer", "not_now"), 200);
    assertThat(one(activity).path("answer").asText()).isEqualTo("not_now");
    assertThat(alex("activity.offer", offer("good_moments"), 422).path("code").asText())
        .isEqualTo("too-soon");
    sam("activity.offer", offer("good_moments"), 200);
  }

  @Test
  void eitherEndsItAndNothingSaysWho() {
    var activity = running();
    sam("activity.end", about(activity), 200);
    alex("activity.end", about(activity), 200);
    assertThat(one(activity).properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "activity", "offeredBy", "offeredAt", "which", "state", "overAt");
    alex("activity.offer", offer("one_song"), 200);
  }

  @Test
  void anOfferThatNobodyAnswersFades() {
    var activity = offered();
    try (var sam = Device.following(pair.second())) {
      comes("activity.faded");
      assertThat(sam.event("activity.faded").path("by").isNull()).isTrue();
    }
    assertThat(one(activity).path("state").asText()).isEqualTo("over");
  }

  @Test
  void afterItsTimeTheOtherTakesTheTurnAndAForgottenOneEnds() {
    var activity = running();
    change(
        "update activity set step_until = now() - interval '3 minutes' where stream_id = ?::uuid");
    sam("activity.pass", done(activity, 1), 200);
    assertThat(one(activity).path("step").intValue()).isEqualTo(2);
    try (var alex = Device.following(pair.first())) {
      comes("activity.ended");
      alex.event("activity.ended");
    }
    assertThat(one(activity).path("state").asText()).isEqualTo("over");
  }

  @Test
  void leavingEndsIt() {
    var activity = running();
    pair.first().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.second().get("/api/v1/activities/" + activity).status()).isEqualTo(404);
    assertThat(snapshot(pair.second()).path("activities")).isEmpty();
  }

  private String running() {
    var activity = offered();
    sam("activity.answer", about(activity).put("answer", "yes"), 200);
    return activity;
  }

  private String offered() {
    var offer = offer("good_moments");
    alex("activity.offer", offer, 200);
    return offer.path("activity").asText();
  }

  private static ObjectNode offer(String which) {
    return about(id().toString()).put("which", which);
  }

  private static ObjectNode about(String activity) {
    return data().put("activity", activity);
  }

  private static ObjectNode done(String activity, int step) {
    return about(activity).put("step", step);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String activity) {
    var view = pair.first().get("/api/v1/activities/" + activity).expect(200).body();
    assertThat(pair.second().get("/api/v1/activities/" + activity).expect(200).body())
        .isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private List<String> timers() {
    return home.database().strings("select kind from due where stream_id = ?::uuid", pair.couple());
  }

  /// The moment of a timer comes now.
  private void comes(String kind) {
    assertThat(timers()).containsExactly(kind);
    change("update due set at = date_trunc('milliseconds', now()) where stream_id = ?::uuid");
  }

  private void change(String sql) {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, pair.couple());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
