package app.haven.need;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rows, words and reads of needs and boundaries over the real jar and a real PostgreSQL. What is
/// Alex's may be shared with Sam.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeedIT {
  private final Home home = new Home("needs", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheSharingToTheAnswer() {
    var need = id().toString();
    alex("need.share", full(need), 200);
    var asked = one("needs", need);
    full(need)
        .properties()
        .forEach(field -> assertThat(asked.path(field.getKey())).isEqualTo(field.getValue()));
    assertThat(asked.path("versionAt")).isEqualTo(asked.path("sharedAt"));
    sam("need.answer", about(need).put("answer", "other"), 422);
    sam("need.answer", about(need).put("answer", "other").put("words", "Tomorrow?"), 200);
    var answered = one("needs", need);
    assertThat(answered.path("answer").asText()).isEqualTo("other");
    assertThat(answered.path("answerWords").asText()).isEqualTo("Tomorrow?");
    sam("need.answer", about(need).put("answer", "yes"), 200);
    var yes = (ObjectNode) one("needs", need);
    assertThat(yes.path("answer").asText()).as("any answer may become another").isEqualTo("yes");
    yes.remove("versions");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("needs")).containsExactly(yes);
    }
  }

  @Test
  void whatIsMissingIsNamedAndNothingIsStored() {
    var refused = alex("need.share", least(id().toString()).put("feeling", " "), 422);
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("feeling");
    assertThat(list(pair.second(), "needs")).isEmpty();
    alone("boundary.keep", data().put("boundary", id().toString()).put("will", "I will go."), 422);
    assertThat(list(pair.first(), "own-boundaries")).isEmpty();
  }

  @Test
  void afterANoTheSameRequestRestsAndTheNeedDoesNot() {
    var need = id().toString();
    alex("need.share", full(need), 200);
    sam("need.answer", about(need).put("answer", "no"), 200);
    assertThat(alex("need.share", full(need), 422).path("code").asText()).isEqualTo("too-soon");
    alex("need.unshare", about(need), 200);
    assertThat(alex("need.share", full(need), 422).path("code").asText()).isEqualTo("too-soon");
    alex("need.share", least(need), 200);
    var stands = one("needs", need);
    assertThat(stands.has("answer")).isFalse();
    assertThat(stands.has("takenBackAt")).isFalse();
    assertThat(sam("need.answer", about(need).put("answer", "yes"), 409).path("code").asText())
        .isEqualTo("conflict");
  }

  /// A private change is private: what the other reads is what was shown to them.
  @Test
  void aChangeReachesTheOtherOnlyWhenItIsSharedAnew() {
    var need = id().toString();
    alone("need.keep", least(need), 200);
    alex("need.share", least(need), 200);
    var before = everything(pair.second());
    var changed = least(need).put("statement", "To be asked first.");
    alone("need.change", changed, 200);
    assertThat(everything(pair.second())).isEqualTo(before);
    var kept = pair.first().get("/api/v1/own-needs/" + need).expect(200).body();
    assertThat(words(kept.path("versions"), "statement"))
        .containsExactly("To be near.", "To be asked first.");
    alex("need.share", changed, 200);
    var shared = one("needs", need);
    assertThat(shared.path("statement").asText()).isEqualTo("To be asked first.");
    assertThat(words(shared.path("versions"), "statement"))
        .as("nothing shared is changed silently")
        .containsExactly("To be near.", "To be asked first.");
  }

  @Test
  void whatWasTakenBackLeavesItsTimesAndNoWords() throws SQLException {
    var need = id().toString();
    alex("need.share", full(need).put("statement", "canary one"), 200);
    alex("need.share", full(need).put("statement", "canary two"), 200);
    remind(need, need, "canary three");
    sam("need.remindAgree", about(need).put("reminder", need), 200);
    sam("need.answer", about(need).put("answer", "yes"), 200);
    sam("need.unshare", about(need), 403);
    alex("need.unshare", about(need), 200);
    alex("need.unshare", about(need), 200);
    var gone = one("needs", need);
    assertThat(gone.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "need", "author", "sharedAt", "takenBackAt", "erased", "versions");
    assertThat(gone.path("versions")).isEmpty();
    assertThat(everything(pair.first())).doesNotContain("canary");
    assertThat(everything(pair.second())).doesNotContain("canary");
    assertThat(timers()).isEmpty();
    try (var sam = Device.following(pair.second())) {
      assertThat(sam.all().toString()).doesNotContain("canary");
    }
    sam("need.answer", about(need).put("answer", "no"), 409);
  }

  /// Byte for byte: what the partner reads is the same with all that is kept and without it.
  @Test
  void nobodyCanTellWhatIsKept() {
    var before = everything(pair.second());
    var need = id().toString();
    var boundary = id().toString();
    alone("need.keep", least(need), 200);
    alone("need.keep", least(need), 409);
    alone("need.change", full(need), 200);
    alone("boundary.keep", boundary(boundary), 200);
    alone("boundary.change", boundary(boundary).put("will", "I will go home."), 200);
    assertThat(everything(pair.second())).isEqualTo(before);
    var kept = snapshot(pair.first());
    assertThat(kept.path("ownNeeds").path(0).path("request")).isEqualTo(full(need).path("request"));
    assertThat(kept.path("ownBoundaries").path(0).path("will").asText())
        .isEqualTo("I will go home.");
    assertThat(kept.path("ownNeeds")).isEqualTo(list(pair.first(), "own-needs"));
    assertThat(kept.path("ownBoundaries")).isEqualTo(list(pair.first(), "own-boundaries"));
    alone("need.drop", about(need), 200);
    alone("boundary.drop", data().put("boundary", boundary), 200);
    alone("need.drop", about(need), 404);
    assertThat(everything(pair.first())).doesNotContain(need, boundary);
    assertThat(everything(pair.second())).isEqualTo(before);
  }

  @Test
  void aCommandThatIsRepeatedIsDoneOnce() {
    var command = Api.command(id(), pair.couple(), "need.share", full(id().toString()));
    var first = pair.first().post("/api/v1/commands", command).expect(200).body();
    var again = pair.first().post("/api/v1/commands", command).expect(200).body();
    assertThat(again.path("repeated").booleanValue()).isTrue();
    assertThat(again.path("positions")).isEqualTo(first.path("positions"));
    assertThat(list(pair.second(), "needs")).hasSize(1);
  }

  @Test
  void aBoundaryIsHeardAndAskedAboutOnceAndNeverChangedByTheOther() {
    var boundary = id().toString();
    alex("boundary.share", boundary(boundary), 200);
    var ofBoundary = data().put("boundary", boundary);
    sam("boundary.acknowledge", ofBoundary, 200);
    sam("boundary.acknowledge", ofBoundary, 200);
    sam("boundary.ask", ofBoundary.deepCopy().put("words", "At weekends too?"), 200);
    sam("boundary.ask", ofBoundary.deepCopy().put("words", "Why?"), 409);
    sam("boundary.share", boundary(boundary), 409);
    sam("boundary.unshare", ofBoundary, 403);
    var heard = one("boundaries", boundary);
    assertThat(heard.path("question").asText()).isEqualTo("At weekends too?");
    assertThat(heard.has("acknowledgedAt")).isTrue();
    alex("boundary.share", boundary(boundary).put("will", "I will go to bed at ten."), 200);
    var anew = one("boundaries", boundary);
    assertThat(words(anew.path("versions"), "will"))
        .containsExactly("I will go to bed at eleven.", "I will go to bed at ten.");
    assertThat(anew.has("question")).isFalse();
    alex("boundary.unshare", ofBoundary, 200);
    var gone = one("boundaries", boundary);
    assertThat(gone.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "boundary", "author", "sharedAt", "takenBackAt", "erased", "versions");
    sam("boundary.ask", ofBoundary.deepCopy().put("words", "Why?"), 409);
  }

  @Test
  void whoAgreedIsRemindedAlone() throws SQLException {
    var need = id().toString();
    alex("need.share", least(need), 200);
    remind(need, need, "Eating together is good for me.");
    assertThat(timers()).as("nobody is reminded who did not say yes").isEmpty();
    sam("need.remindAgree", about(need).put("reminder", id().toString()), 409);
    sam("need.remindAgree", about(need).put("reminder", need), 200);
    assertThat(timers()).containsExactly("need.reminded");
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes();
      assertThat(sam.event("need.reminded").path("stream").asText()).isEqualTo("mine");
      assertThat(snapshot(pair.second()).path("needReminders").path(0).has("remindedAt")).isTrue();
      assertThat(timers()).as("and then the next one").containsExactly("need.reminded");
      sam("need.remindStop", about(need), 200);
      alex.event("need.remindStopped");
      assertThat(alex.all())
          .noneMatch(frame -> frame.path("kind").asText().equals("need.reminded"));
    }
    assertThat(timers()).isEmpty();
    assertThat(snapshot(pair.first()).path("needReminders")).isEmpty();
    var soon = reminder(need, id().toString(), "Words.");
    assertThat(alex("need.remind", soon, 422).path("code").asText()).isEqualTo("too-soon");
  }

  /// Byte for byte: whoever words a reminder cannot tell whether it is heard.
  @Test
  void aPauseIsSilent() throws SQLException {
    var need = id().toString();
    alex("need.share", least(need), 200);
    remind(need, need, "Words.");
    sam("need.remindAgree", about(need).put("reminder", need), 200);
    var before = everything(pair.first());
    sam(null, "need.remindPause", about(need), 200);
    assertThat(everything(pair.first())).isEqualTo(before);
    var next = due();
    comes();
    Awaitility.await().until(() -> due().equals(next));
    var reminded = snapshot(pair.second()).path("needReminders").path(0);
    assertThat(reminded.has("remindedAt")).isFalse();
    assertThat(reminded.path("paused").booleanValue()).isTrue();
    sam(null, "need.remindResume", about(need), 200);
    assertThat(snapshot(pair.second()).path("needReminders").path(0).has("paused")).isFalse();
    assertThat(everything(pair.first())).isEqualTo(before);
    sam(null, "need.remindPause", about(need).put("until", "2026-01-01T00:00:00Z"), 422);
  }

  @Test
  void otherWordsAreAskedAboutAnew() {
    var need = id().toString();
    alex("need.share", least(need), 200);
    remind(need, need, "Words.");
    sam("need.remindAgree", about(need).put("reminder", need), 200);
    var other = id().toString();
    remind(need, other, "Other words.");
    assertThat(timers()).isEmpty();
    var reminder = one("needs", need).path("reminder");
    assertThat(reminder.path("agreed").booleanValue()).isFalse();
    assertThat(reminder.path("words").asText()).isEqualTo("Other words.");
    assertThat(reminder.path("times").path(0).isTextual()).isTrue();
  }

  @Test
  void leavingEndsRemindersAndLeavesWhatIsKept() {
    var need = id().toString();
    alone("need.keep", least(need), 200);
    alex("need.share", least(need), 200);
    remind(need, need, "Words.");
    sam("need.remindAgree", about(need).put("reminder", need), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.first().get("/api/v1/needs/" + need).status()).isEqualTo(404);
    assertThat(snapshot(pair.first()).path("needs")).isEmpty();
    assertThat(list(pair.first(), "own-needs")).hasSize(1);
    sam(null, "need.remindPause", about(need), 404);
  }

  @Test
  void whatIsKeptGoesWithItsOwner() {
    alone("need.keep", least(id().toString()), 200);
    var alex = me(pair.first());
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(home.database().strings("select id from own_card where stream_id = ?::uuid", alex))
        .isEmpty();
  }

  @Test
  void tenInADayAreTheMost() {
    for (int i = 0; i < 10; i++) alex("need.share", least(id().toString()), 200);
    assertThat(alex("need.share", least(id().toString()), 429).path("after").asLong()).isPositive();
    sam("need.share", least(id().toString()), 200);
  }

  @Test
  void theListIsReadPageByPage() {
    var shared = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var need = id().toString();
      alex("need.share", least(need), 200);
      shared.addFirst(need);
    }
    var read = new ArrayList<String>();
    var page = pair.second().get("/api/v1/needs?limit=2").expect(200).body();
    while (true) {
      page.path("items").forEach(item -> read.add(item.path("need").asText()));
      if (page.path("next").isNull()) break;
      var next = "/api/v1/needs?limit=2&before=" + page.path("next").asText();
      page = pair.second().get(next).expect(200).body();
    }
    assertThat(read).isEqualTo(shared);
  }

  private static ObjectNode about(String need) {
    return data().put("need", need);
  }

  private static ObjectNode least(String need) {
    return about(need).put("statement", "To be near.").put("feeling", "Alone");
  }

  private static ObjectNode full(String need) {
    return least(need)
        .put("observation", "On Tuesday we each ate in another room.")
        .put("request", "Would you eat with me tonight?");
  }

  private static ObjectNode boundary(String boundary) {
    return data()
        .put("boundary", boundary)
        .put("protects", "My sleep.")
        .put("will", "I will go to bed at eleven.");
  }

  /// At this minute of every day, by the clock in UTC, where these people are.
  private static ObjectNode reminder(String need, String reminder, String words) {
    var data = about(need).put("reminder", reminder).put("words", words);
    data.putArray("times").add(LocalTime.ofInstant(minute(), ZoneOffset.UTC).toString());
    var days = data.putArray("weekdays");
    for (var day : Weekday.values()) days.add(day.wire());
    return data;
  }

  private static Instant minute() {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }

  private void remind(String need, String reminder, String words) {
    alex("need.remind", reminder(need, reminder, words), 200);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return sam(pair.couple(), kind, data, status);
  }

  private JsonNode sam(@Nullable String couple, String kind, ObjectNode data, int status) {
    return pair.second().command(couple, kind, data).expect(status).body();
  }

  private JsonNode alone(String kind, ObjectNode data, int status) {
    return pair.first().command(null, kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String list, String id) {
    var path = "/api/v1/" + list + "/" + id;
    var view = pair.first().get(path).expect(200).body();
    assertThat(pair.second().get(path).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static List<String> words(JsonNode versions, String field) {
    return versions.valueStream().map(version -> version.path(field).asText()).toList();
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode list(Api person, String list) {
    return person.get("/api/v1/" + list).expect(200).body().path("items");
  }

  private static String everything(Api person) {
    var all = new StringBuilder(((ObjectNode) snapshot(person)).without("now").toString());
    for (var list : List.of("needs", "own-needs", "boundaries", "own-boundaries")) {
      all.append(person.get("/api/v1/" + list).expect(200).raw().body());
    }
    return all.toString();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid) and kind like"
                + " 'need.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  private String due() {
    return home.database()
        .strings("select at from due where stream_id = ?::uuid", me(pair.second()))
        .getFirst();
  }

  /// The minute of the reminder was yesterday's, so it is due now.
  private void comes() throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = at - interval '1 day' where kind = 'need.reminded' and"
                    + " stream_id = ?::uuid and at > ?")) {
      statement.setString(1, me(pair.second()));
      statement.setTimestamp(2, Timestamp.from(minute()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
