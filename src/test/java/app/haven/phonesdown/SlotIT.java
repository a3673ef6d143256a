package app.haven.phonesdown;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A time with the phones down over the real server: begun by two, ended by one, and by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotIT {
  private final Home home = new Home("phones-down", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void withNoTimeItBeginsWithTheYesAndEndsByItself() {
    var slot = proposed(data().put("minutes", 30));
    assertThat(timers()).containsExactly("phonesDown.faded");
    try (var alex = Device.following(pair.first())) {
      sam("phonesDown.accept", about(slot), 200);
      var until = alex.event("phonesDown.accepted").path("data").path("until").asText();
      assertThat(one(slot).path("until").asText()).isEqualTo(until);
      assertThat(one(slot).path("state").asText()).isEqualTo("running");
      assertThat(timers()).containsExactly("phonesDown.ended");
      comes("phonesDown.ended");
      assertThat(alex.event("phonesDown.ended").path("by").isNull()).isTrue();
    }
    var over = one(slot);
    assertThat(over.path("state").asText()).isEqualTo("over");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("phonesDown")).containsExactly(over);
      assertThat(person.get("/api/v1/phones-down").expect(200).body().path("items"))
          .containsExactly(over);
    }
    assertThat(timers()).isEmpty();
  }

  @Test
  void withATimeItRemindsAndBeginsByItself() {
    var slot = agreed();
    assertThat(timers()).containsExactly("phonesDown.begun", "phonesDown.soon");
    try (var sam = Device.following(pair.second())) {
      comes("phonesDown.soon");
      var soon = sam.event("phonesDown.soon").path("data");
      assertThat(soon.path("startAt")).isEqualTo(one(slot).path("startAt"));
      assertThat(one(slot).path("state").asText()).isEqualTo("agreed");
      comes("phonesDown.begun");
      sam.event("phonesDown.begun");
    }
    assertThat(one(slot).path("state").asText()).isEqualTo("running");
    assertThat(timers()).containsExactly("phonesDown.ended");
  }

  @Test
  void whatIsWrongIsNamedAndNothingHappens() {
    for (int minutes : new int[] {9, 181}) {
      assertThat(field(data().put("minutes", minutes))).isEqualTo("minutes");
    }
    assertThat(field(data())).isEqualTo("minutes");
    for (var at : List.of(Instant.now(), Instant.now().plus(Duration.ofDays(15)))) {
      assertThat(field(data().put("minutes", 30).put("startAt", at.toString())))
          .isEqualTo("startAt");
    }
    assertThat(snapshot(pair.first()).path("phonesDown")).isEmpty();
    assertThat(timers()).isEmpty();
  }

  private String field(ObjectNode wish) {
    return alex("phonesDown.propose", wish.put("slot", id().toString()), 422)
        .path("errors")
        .path(0)
        .path("field")
        .asText();
  }

  @Test
  void nobodyAnswersForTheOther() {
    var slot = proposed(data().put("minutes", 30));
    for (var kind : List.of("phonesDown.accept", "phonesDown.notNow")) {
      assertThat(alex(kind, about(slot), 403).path("code").asText()).isEqualTo("not-yours");
    }
    assertThat(sam("phonesDown.withdraw", about(slot), 403).path("code").asText())
        .isEqualTo("not-yours");
    sam("phonesDown.accept", about(id().toString()), 404);
    assertThat(one(slot).path("state").asText()).isEqualTo("proposed");
    alex("phonesDown.withdraw", about(slot), 200);
    alex("phonesDown.withdraw", about(slot), 200);
    sam("phonesDown.accept", about(slot), 409);
    assertThat(timers()).isEmpty();
  }

  @Test
  void aKindNoRestsForTheOneWhoAskedAlone() {
    var slot = proposed(data().put("minutes", 30));
    sam("phonesDown.propose", about(id().toString()).put("minutes", 30), 409);
    sam("phonesDown.notNow", about(slot), 200);
    assertThat(one(slot).path("notNow").booleanValue()).isTrue();
    var refused = alex("phonesDown.propose", about(id().toString()).put("minutes", 30), 422);
    assertThat(refused.path("code").asText()).isEqualTo("too-soon");
    sam("phonesDown.propose", about(id().toString()).put("minutes", 30), 200);
  }

  @Test
  void eitherEndsItAndNothingSaysWho() {
    var slot = proposed(data().put("minutes", 30));
    sam("phonesDown.accept", about(slot), 200);
    sam("phonesDown.end", about(slot), 200);
    alex("phonesDown.end", about(slot), 200);
    assertThat(one(slot).properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "slot", "proposedBy", "proposedAt", "minutes", "state", "overAt");
    assertThat(timers()).isEmpty();
    var later = agreed();
    alex("phonesDown.end", about(later), 200);
    assertThat(timers()).isEmpty();
  }

  @Test
  void aProposalThatNobodyAnswersFades() {
    var slot = proposed(data().put("minutes", 30));
    try (var sam = Device.following(pair.second())) {
      comes("phonesDown.faded");
      assertThat(sam.event("phonesDown.faded").path("by").isNull()).isTrue();
    }
    assertThat(one(slot).path("state").asText()).isEqualTo("over");
    assertThat(one(slot).has("notNow")).isFalse();
  }

  @Test
  void leavingEndsItAtOnce() {
    var slot = proposed(data().put("minutes", 30));
    sam("phonesDown.accept", about(slot), 200);
    pair.first().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.second().get("/api/v1/phones-down/" + slot).status()).isEqualTo(404);
    assertThat(snapshot(pair.second()).path("phonesDown")).isEmpty();
  }

  private String agreed() {
    var at = Instant.now().plus(Duration.ofHours(2)).toString();
    var slot = proposed(data().put("minutes", 30).put("startAt", at));
    sam("phonesDown.accept", about(slot), 200);
    assertThat(one(slot).path("state").asText()).isEqualTo("agreed");
    return slot;
  }

  private String proposed(ObjectNode wish) {
    var slot = id().toString();
    alex("phonesDown.propose", wish.put("slot", slot), 200);
    return slot;
  }

  private static ObjectNode about(String slot) {
    return data().put("slot", slot);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String slot) {
    var view = pair.first().get("/api/v1/phones-down/" + slot).expect(200).body();
    assertThat(pair.second().get("/api/v1/phones-down/" + slot).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private List<String> timers() {
    return home.database()
        .strings("select kind from due where stream_id = ?::uuid order by kind", pair.couple());
  }

  /// The moment of a timer comes now.
  private void comes(String kind) {
    assertThat(timers()).contains(kind);
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now())"
                    + " where stream_id = ?::uuid and kind = ?")) {
      statement.setString(1, pair.couple());
      statement.setString(2, kind);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
