package app.haven.agreement;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.World;
import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.kernel.Weekday;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Reminders of an agreement over the real jar and a real PostgreSQL: one's own, and no trace of
/// them for the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementRemindIT {
  private final Home home = new Home("agreement-reminders", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();
  private String agreement = "";

  @BeforeEach
  void theyAgree() {
    pair = home.pair();
    agreement = proposed();
    both(pair.second(), "agreement.consent", about().put("version", 1), 200);
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private String proposed() {
    var proposed = id().toString();
    var data = data().put("agreement", proposed).put("kind", "need").put("why", "Calm evenings.");
    both(pair.first(), "agreement.propose", data.put("iWill", "I cook on Mondays."), 200);
    return proposed;
  }

  @Test
  void whoSetItIsRemindedAndTheOtherReadsTheSameBytesAsBefore() throws SQLException {
    var before = World.everything(pair.second());
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      alex("agreement.remind", reminder("Monday is my evening."), 200);
      assertThat(alex.event("agreement.remindSet").path("stream").asText()).isEqualTo("mine");
      assertThat(own().path("words").asText()).isEqualTo("Monday is my evening.");
      assertThat(own().has("remindedAt")).isFalse();
      assertThat(timers()).containsExactly("agreement.reminded");
      comes();
      assertThat(alex.event("agreement.reminded").path("by").isNull()).isTrue();
      assertThat(own().has("remindedAt")).isTrue();
      assertThat(timers()).as("and then the next one").containsExactly("agreement.reminded");
      alex("agreement.remindPause", about(), 200);
      alex("agreement.remindStop", about(), 200);
      alex("agreement.remindStop", about(), 200);
      both(pair.first(), "agreement.withdraw", about(), 200);
      sam.event("agreement.withdrawn");
      assertThat(sam.all()).noneMatch(frame -> frame.toString().contains("remind"));
      assertThat(sam.all()).noneMatch(frame -> frame.toString().contains("Monday is my"));
    }
    assertThat(before).isNotEqualTo(World.everything(pair.second()));
    assertThat(timers()).isEmpty();
  }

  @Test
  void nothingTheOtherReadsChanges() throws SQLException {
    var before = World.everything(pair.second());
    alex("agreement.remind", reminder("Words of mine."), 200);
    assertThat(World.everything(pair.second())).isEqualTo(before);
    alex("agreement.remindPause", about(), 200);
    var next = due();
    comes();
    Awaitility.await().until(() -> due().equals(next));
    assertThat(own().has("remindedAt")).as("paused").isFalse();
    alex("agreement.remindResume", about(), 200);
    assertThat(own().has("paused")).isFalse();
    for (var kind : List.of("agreement.remindPause", "agreement.remindResume")) {
      own(pair.second(), kind, about(), 404);
    }
    alex("agreement.remindStop", about(), 200);
    assertThat(World.everything(pair.second())).isEqualTo(before);
    assertThat(snapshot(pair.first()).path("agreementReminders")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsNamedAndNothingIsStored() {
    wrong(reminder("Words.").without("words"), "words");
    wrong(reminder(" "), "words");
    wrong(reminder("w".repeat(301)), "words");
    var none = reminder("Words.");
    none.putArray("times");
    wrong(none, "times");
    none.putArray("times").add("25:00");
    wrong(none, "times");
    var never = reminder("Words.");
    never.putArray("weekdays");
    wrong(never, "weekdays");
    assertThat(timers()).isEmpty();
    alex("agreement.remind", reminder("w".repeat(300)), 200);
    alex("agreement.remindPause", about().put("until", "2026-01-01T00:00:00Z"), 422);
    assertThat(own().has("paused")).isFalse();
  }

  private void wrong(ObjectNode data, String field) {
    assertThat(alex("agreement.remind", data, 422).at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(snapshot(pair.first()).path("agreementReminders")).isEmpty();
  }

  @Test
  void theSameCommandTwiceIsOneReminder() {
    var command = Api.command(id(), null, "agreement.remind", reminder("Words."));
    for (boolean repeated : List.of(false, true)) {
      var ok = pair.first().post("/api/v1/commands", command).expect(200).body();
      assertThat(ok.path("repeated").booleanValue()).isEqualTo(repeated);
    }
    alex("agreement.remind", reminder("Other words."), 200);
    assertThat(snapshot(pair.first()).path("agreementReminders")).hasSize(1);
    assertThat(own().path("words").asText()).isEqualTo("Other words.");
    assertThat(timers()).hasSize(1);
  }

  @Test
  void onlyWhatIsInForce() {
    var holds = agreement;
    agreement = proposed();
    alex("agreement.remind", reminder("Words."), 409);
    agreement = id().toString();
    alex("agreement.remind", reminder("Words."), 404);
    agreement = holds;
    for (var person : List.of(pair.first(), pair.second())) {
      own(person, "agreement.remind", reminder("Words."), 200);
    }
    assertThat(timers()).hasSize(2);
    both(pair.second(), "agreement.withdraw", about(), 200);
    assertThat(timers()).isEmpty();
    assertThat(snapshot(pair.first()).path("agreementReminders")).isEmpty();
    alex("agreement.remind", reminder("Words."), 409);
    alex("agreement.remindPause", about(), 409);
  }

  @Test
  void itEndsWithTheSpaceAndWithTheAccount() {
    for (var person : List.of(pair.first(), pair.second())) {
      own(person, "agreement.remind", reminder("Words of the one who left."), 200);
    }
    assertThat(
            home.database()
                .strings("select data::text from event where kind = 'agreement.remindSet'"))
        .as("sealed")
        .noneMatch(text -> text.contains("Words"));
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(rows()).isEmpty();
    alex("agreement.remindPause", about(), 404);
    theyAgree();
    alex("agreement.remind", reminder("Words."), 200);
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(rows()).isEmpty();
  }

  private ObjectNode about() {
    return data().put("agreement", agreement);
  }

  /// At this minute of every day, by the clock in UTC, where these people are.
  private ObjectNode reminder(String words) {
    var data = about().put("words", words);
    data.putArray("times").add(LocalTime.ofInstant(minute(), ZoneOffset.UTC).toString());
    var days = data.putArray("weekdays");
    for (var day : Weekday.values()) days.add(day.wire());
    return data;
  }

  private static Instant minute() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return own(pair.first(), kind, data, status);
  }

  private static JsonNode own(Api person, String kind, ObjectNode data, int status) {
    return person.command(null, kind, data).expect(status).body();
  }

  private void both(Api person, String kind, ObjectNode data, int status) {
    person.command(pair.couple(), kind, data).expect(status);
  }

  private JsonNode own() {
    return snapshot(pair.first()).at("/agreementReminders/0");
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings("select kind from due where thing = ?::uuid order by kind", agreement);
  }

  private List<String> rows() {
    return home.database()
        .strings("select id from agreement_reminder where id = ?::uuid", agreement);
  }

  private String due() {
    return home.database()
        .strings("select at from due where thing = ?::uuid", agreement)
        .getFirst();
  }

  /// The minute of the reminder was yesterday's, so it is due now.
  private void comes() throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = at - interval '1 day' where kind = 'agreement.reminded' and"
                    + " thing = ?::uuid and at > ?")) {
      statement.setString(1, agreement);
      statement.setTimestamp(2, Timestamp.from(minute()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
