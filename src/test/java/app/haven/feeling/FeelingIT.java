package app.haven.feeling;

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
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How one is, over the real jar and a real PostgreSQL. Alex keeps and shares, Sam reads what is
/// shared.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeelingIT {
  private static final String OWN = "/api/v1/feelings";
  private static final String SHARED = "/api/v1/shared-feelings";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Home home = new Home("feelings", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();
  private Api alex = pair.first();
  private Api sam = pair.second();

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
    alex = pair.first();
    sam = pair.second();
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private static ObjectNode moment(String id) {
    return data().put("moment", id);
  }

  private static ObjectNode felt(String id) {
    var felt = moment(id).put("feeling", "worried").put("intensity", 3).put("fact", "The letter.");
    felt.putArray("sensations").add("tight_chest").add("knot_in_belly");
    return felt;
  }

  private String kept() {
    var id = id().toString();
    alex.command(null, "feeling.keep", felt(id)).expect(200);
    return id;
  }

  private String shared() {
    var id = kept();
    var share = moment(id).put("feeling", "worried").put("ask", true);
    alex.command(pair.couple(), "feeling.share", share).expect(200);
    return id;
  }

  private static JsonNode read(Api person, String path) {
    return person.get(path).expect(200).body();
  }

  private static JsonNode snapshot(Api person) {
    return read(person, "/api/v1/snapshot");
  }

  private static JsonNode wishes(Api person) {
    return read(person, OWN + "/wishes");
  }

  private static List<String> fields(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> wrong(Api.Answer refused) {
    return refused.expect(422).body().path("errors").findValuesAsText("field");
  }

  @Test
  void whatIsKeptIsItsOwnersAloneWithEveryVersion() {
    var before = snapshot(sam).path("streams");
    var id = kept();
    var anew = moment(id).put("own", "Like a door that will not close");
    alex.command(null, "feeling.keep", anew).expect(200);
    var one = read(alex, OWN + "/" + id);
    assertThat(one.path("own").asText()).startsWith("Like a door");
    assertThat(one.has("feeling")).isFalse();
    assertThat(one.path("versions")).hasSize(2);
    assertThat(one.at("/versions/0/feeling").asText()).isEqualTo("worried");
    assertThat(one.at("/versions/0/sensations")).hasSize(2);
    assertThat(one.path("at")).isEqualTo(one.at("/versions/0/at"));
    assertThat(read(alex, OWN).path("items")).isEqualTo(snapshot(alex).path("feelings")).hasSize(1);
    sam.get(OWN + "/" + id).expect(404);
    assertThat(read(sam, OWN).path("items")).isEmpty();
    assertThat(snapshot(sam).path("streams")).isEqualTo(before);
  }

  @Test
  void wrongInputNamesItsFieldAndChangesNothing() {
    var id = id().toString();
    var before = snapshot(alex).path("streams");
    assertThat(wrong(alex.command(null, "feeling.keep", moment(id)))).containsExactly("feeling");
    assertThat(wrong(alex.command(null, "feeling.keep", felt(id).put("own", "foggy"))))
        .containsExactly("own");
    assertThat(wrong(alex.command(null, "feeling.keep", felt(id).put("intensity", 6))))
        .containsExactly("intensity");
    assertThat(wrong(alex.command(null, "feeling.keep", felt(id).put("feeling", "fine"))))
        .containsExactly("feeling");
    var twice = felt(id);
    twice.putArray("sensations").add("smile").add("smile");
    assertThat(wrong(alex.command(null, "feeling.keep", twice))).containsExactly("sensations");
    var old = Instant.now().minus(Duration.ofDays(40)).toString();
    assertThat(wrong(alex.command(null, "feeling.keep", felt(id).put("at", old))))
        .containsExactly("at");
    var remind = data().put("reminder", 4).put("at", "09:00");
    assertThat(wrong(alex.command(null, "feeling.remind", remind))).containsExactly("reminder");
    assertThat(
            wrong(alex.command(null, "feeling.remind", data().put("reminder", 1).put("at", "9"))))
        .containsExactly("at");
    assertThat(snapshot(alex).path("streams")).isEqualTo(before);
  }

  @Test
  void whatWasKeptWithoutANetworkComesOnceWithItsTime() {
    var id = id().toString();
    var then = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MILLIS);
    var command = id();
    var wish = felt(id).put("at", then.toString());
    var sent = Api.command(command, null, "feeling.keep", wish);
    var ok = alex.post("/api/v1/commands", sent).expect(200).body();
    var again = alex.post("/api/v1/commands", sent).expect(200).body();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("positions")).isEqualTo(ok.path("positions"));
    var item = read(alex, OWN).path("items");
    assertThat(item).hasSize(1);
    assertThat(Instant.parse(item.path(0).path("at").asText())).isEqualTo(then);
  }

  @Test
  void whatIsErasedIsNowhereAndDoesNotComeBack() {
    var id = kept();
    var epoch = snapshot(alex).at("/streams/mine/epoch").asText();
    alex.command(null, "feeling.drop", moment(id)).expect(200);
    alex.command(null, "feeling.drop", moment(id)).expect(200);
    alex.get(OWN + "/" + id).expect(404);
    assertThat(read(alex, OWN).path("items")).isEmpty();
    assertThat(snapshot(alex).at("/streams/mine/epoch").asText()).isNotEqualTo(epoch);
    alex.command(null, "feeling.keep", felt(id)).expect(409);
    sam.command(null, "feeling.drop", moment(id)).expect(404);
  }

  @Test
  void exactlyWhatWasChosenReachesTheOtherWithTheQuestion() {
    var id = kept();
    try (var device = Device.following(sam)) {
      var share = moment(id).put("feeling", "worried").put("ask", true);
      alex.command(pair.couple(), "feeling.share", share).expect(200);
      assertThat(fields(device.event("feeling.shared").path("data")))
          .containsExactlyInAnyOrder("moment", "feeling", "ask");
    }
    var item = read(sam, SHARED).path("items").path(0);
    assertThat(fields(item)).containsExactlyInAnyOrder("moment", "by", "at", "feeling", "ask");
    assertThat(read(alex, SHARED)).isEqualTo(read(sam, SHARED));
    assertThat(snapshot(sam).path("sharedFeelings")).isEqualTo(read(sam, SHARED).path("items"));
    sam.get(OWN + "/" + id).expect(404);
    alex.command(pair.couple(), "feeling.share", moment(id).put("own", "Else")).expect(409);
  }

  @Test
  void whatIsSharedCanBePromisedAnAnswerAndWhatIsPrivateIsNotThere() {
    var due = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    for (var moment : List.of(shared(), kept())) {
      boolean isShared = sam.get("/api/v1/snapshot").body().toString().contains(moment);
      var promise =
          data().put("promise", id().toString()).put("words", "I answer well.").put("due", due);
      promise.putObject("from").put("kind", "moment").put("id", moment);
      sam.command(pair.couple(), "promise.make", promise).expect(isShared ? 200 : 404);
    }
    assertThat(alex.get("/api/v1/promises").body().path("items")).hasSize(1);
  }

  @Test
  void onlyOnesOwnIsSharedAndNeverNothing() {
    var id = kept();
    assertThat(wrong(alex.command(pair.couple(), "feeling.share", moment(id).put("ask", true))))
        .containsExactly("feeling");
    var share = moment(id).put("feeling", "worried");
    sam.command(pair.couple(), "feeling.share", share).expect(404);
    var stranger = home.person("alone-" + UUID.randomUUID());
    stranger.command(pair.couple(), "feeling.share", share).expect(409);
    assertThat(read(sam, SHARED).path("items")).isEmpty();
    for (int i = 0; i < 10; i++) shared();
    alex.command(pair.couple(), "feeling.share", moment(kept()).put("feeling", "calm")).expect(429);
  }

  @Test
  void theFirstAnswerStands() {
    var id = shared();
    var answer = moment(id).put("reply", "with_you").put("words", "Tell me more tonight?");
    alex.command(pair.couple(), "feeling.answer", answer).expect(403);
    assertThat(wrong(sam.command(pair.couple(), "feeling.answer", moment(id))))
        .containsExactly("reply");
    try (var device = Device.following(alex)) {
      sam.command(pair.couple(), "feeling.answer", answer).expect(200);
      assertThat(device.event("feeling.answered").at("/data/reply").asText()).isEqualTo("with_you");
    }
    sam.command(pair.couple(), "feeling.answer", moment(id).put("reply", "hug")).expect(409);
    var read = read(alex, SHARED).path("items").path(0);
    assertThat(read.path("answerWords").asText()).isEqualTo("Tell me more tonight?");
  }

  @Test
  void takingBackLeavesATraceANewEpochAndTheWordsOfTheOther() {
    var id = shared();
    var answer = moment(id).put("words", "I am here.");
    sam.command(pair.couple(), "feeling.answer", answer).expect(200);
    var epoch = snapshot(sam).at("/streams/ours/epoch").asText();
    alex.command(pair.couple(), "feeling.unshare", moment(id)).expect(200);
    alex.command(pair.couple(), "feeling.unshare", moment(id)).expect(200);
    assertThat(snapshot(sam).at("/streams/ours/epoch").asText()).isNotEqualTo(epoch);
    var trace = read(sam, SHARED).path("items").path(0);
    assertThat(fields(trace))
        .containsExactlyInAnyOrder("moment", "by", "at", "erased", "answeredAt", "answerWords");
    assertThat(read(alex, OWN + "/" + id).path("fact").asText()).isEqualTo("The letter.");
    sam.command(pair.couple(), "feeling.unshare", moment(id)).expect(200);
    var gone = read(alex, SHARED).path("items").path(0);
    assertThat(fields(gone))
        .containsExactlyInAnyOrder("moment", "by", "at", "erased", "answeredAt", "answerErased");
  }

  @Test
  void theLevelIsChosenAndStays() {
    assertThat(wishes(alex).path("reminders")).as("nobody is asked unasked").isEmpty();
    kept();
    var since = wishes(alex).path("since");
    assertThat(since.isTextual()).isTrue();
    alex.command(null, "feeling.level", data().put("level", "all")).expect(200);
    kept();
    assertThat(wishes(alex).path("level").asText()).isEqualTo("all");
    assertThat(wishes(alex).path("since")).isEqualTo(since);
    assertThat(snapshot(alex).path("feelingWishes")).isEqualTo(wishes(alex));
    alex.command(null, "feeling.level", data()).expect(200);
    assertThat(wishes(alex).has("level")).isFalse();
    assertThat(wishes(sam).has("since")).isFalse();
  }

  private void remind(int reminder, String at) {
    alex.command(null, "feeling.remind", data().put("reminder", reminder).put("at", at))
        .expect(200);
  }

  private static void inZone(Api person, ZoneId zone) {
    person.patch("/api/v1/me", data().put("timeZone", zone.getId())).expect(200);
  }

  private static String time(ZoneId zone, Duration ago) {
    return LocalTime.ofInstant(Instant.now().minus(ago), zone)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  /// All timers of this kind stood a day earlier: those that were for tomorrow are due.
  private void aDayPasses() throws SQLException {
    try (var db = home.database().connect();
        var statement = db.createStatement()) {
      statement.execute(
          "update due set at = at - interval '1 day' where kind = 'feeling.due' and stream_id = '"
              + me(alex)
              + "'");
    }
  }

  private static String me(Api person) {
    return read(person, "/api/v1/me").path("id").asText();
  }

  private List<Instant> timers() throws SQLException {
    try (var db = home.database().connect();
        var statement = db.createStatement();
        var rows =
            statement.executeQuery(
                "select at from due where kind = 'feeling.due' and stream_id = '"
                    + me(alex)
                    + "' order by thing")) {
      var found = new ArrayList<Instant>();
      while (rows.next()) found.add(rows.getTimestamp(1).toInstant());
      return found;
    }
  }

  private static long dues(Device device) {
    return device.all().stream().filter(f -> f.path("kind").asText().equals("feeling.due")).count();
  }

  @Test
  void eachOfTheThreeTimesComesOnceOnTheClockOfThePersonAndForNobodyElse() throws SQLException {
    inZone(alex, BERLIN);
    var times =
        List.of(time(BERLIN, minutes(4)), time(BERLIN, minutes(3)), time(BERLIN, minutes(2)));
    for (int i = 1; i <= 3; i++) remind(i, times.get(i - 1));
    assertThat(timers().stream().map(at -> LocalTime.ofInstant(at, BERLIN).toString()))
        .containsExactlyElementsOf(times);
    var before = snapshot(sam).path("streams");
    try (var device = Device.following(alex)) {
      aDayPasses();
      Awaitility.await().until(() -> dues(device) == 3);
      assertThat(timers()).hasSize(3).allMatch(at -> at.isAfter(Instant.now()));
      var told = device.all().stream().filter(f -> f.path("kind").asText().equals("feeling.due"));
      assertThat(told.map(f -> f.at("/data/reminder").asInt())).containsExactly(1, 2, 3);
      assertThat(dues(device)).isEqualTo(3);
    }
    assertThat(wishes(alex).at("/due/reminder").asInt()).isEqualTo(3);
    assertThat(snapshot(alex).path("feelingWishes")).isEqualTo(wishes(alex));
    assertThat(snapshot(sam).path("streams")).isEqualTo(before);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void movingOneOrTurningItOffKeepsTheOthers() throws SQLException {
    remind(1, "09:00");
    remind(2, "14:00");
    remind(3, "20:00");
    var before = timers();
    remind(2, "13:15");
    alex.command(null, "feeling.remind", data().put("reminder", 1)).expect(200);
    assertThat(timers()).hasSize(2).contains(before.getLast()).doesNotContain(before.getFirst());
    assertThat(wishes(alex).path("reminders").toString())
        .isEqualTo("[{\"reminder\":2,\"at\":\"13:15\"},{\"reminder\":3,\"at\":\"20:00\"}]");
  }

  @Test
  void twoDevicesMoveDifferentOnesAtOnceAndBothStay() {
    var moving =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i ->
                CompletableFuture.runAsync(
                    () -> remind(i, "0" + i + ":30"), Thread::startVirtualThread))
            .toList();
    moving.forEach(CompletableFuture::join);
    assertThat(wishes(alex).path("reminders").findValuesAsText("at"))
        .containsExactly("01:30", "02:30", "03:30");
  }

  @Test
  void whoeverMovedToAnotherZoneIsAskedByTheClockThere() throws SQLException {
    inZone(alex, BERLIN);
    var at = time(BERLIN, minutes(2));
    remind(1, at);
    var tokyo = ZoneId.of("Asia/Tokyo");
    inZone(alex, tokyo);
    try (var device = Device.following(alex)) {
      aDayPasses();
      Awaitility.await()
          .until(() -> timers().stream().allMatch(next -> next.isAfter(Instant.now())));
      assertThat(LocalTime.ofInstant(timers().getFirst(), tokyo).toString()).isEqualTo(at);
      assertThat(dues(device)).isZero();
    }
    assertThat(wishes(alex).has("due")).isFalse();
  }

  @Test
  void whatIsSkippedLeavesNothingAndWhatIsPutOffComesOnceMore() throws SQLException {
    remind(1, time(zone(alex), minutes(2)));
    var before = wishes(alex);
    var skip = data().put("reminder", 1);
    try (var device = Device.following(alex)) {
      aDayPasses();
      Awaitility.await().until(() -> dues(device) == 1);
      alex.command(null, "feeling.skip", skip).expect(200);
      alex.command(null, "feeling.skip", skip).expect(200);
      assertThat(wishes(alex)).isEqualTo(before);
      var snooze = data().put("reminder", 1).put("minutes", 30);
      alex.command(null, "feeling.snooze", snooze).expect(409);

      aDayPasses();
      Awaitility.await().until(() -> dues(device) == 2);
      alex.command(null, "feeling.snooze", snooze).expect(200);
      assertThat(wishes(alex).at("/snoozed/reminder").asInt()).isEqualTo(1);
      assertThat(wishes(alex).has("due")).isFalse();
      assertThat(timers()).hasSize(2);
      snoozeEnds();
      Awaitility.await().until(() -> dues(device) == 3);
      assertThat(wishes(alex).at("/due/reminder").asInt()).isEqualTo(1);
      assertThat(wishes(alex).has("snoozed")).isFalse();
    }
    kept();
    assertThat(wishes(alex).has("due")).as("whoever says how they are has answered").isFalse();
    assertThat(timers()).hasSize(1);
  }

  private static ZoneId zone(Api person) {
    return ZoneId.of(read(person, "/api/v1/me").path("timeZone").asText());
  }

  private void snoozeEnds() throws SQLException {
    try (var db = home.database().connect();
        var statement = db.createStatement()) {
      statement.execute(
          "update due set at = at - interval '30 minutes' where kind = 'feeling.due'"
              + " and thing = '00000000-0000-0000-0000-000000000009' and stream_id = '"
              + me(alex)
              + "'");
    }
  }

  @Test
  void ownWordsStayAtHandUpToThirty() {
    var word = id().toString();
    var keep = data().put("word", word).put("words", "foggy");
    alex.command(null, "feeling.keepWord", keep).expect(200);
    alex.command(null, "feeling.keepWord", keep.deepCopy().put("words", "foggy inside"))
        .expect(200);
    assertThat(snapshot(alex).path("feelingWords").findValuesAsText("words"))
        .containsExactly("foggy inside");
    for (int i = 1; i < 30; i++) {
      alex.command(null, "feeling.keepWord", keep.deepCopy().put("word", id().toString()))
          .expect(200);
    }
    alex.command(null, "feeling.keepWord", keep.deepCopy().put("word", id().toString()))
        .expect(409);
    sam.command(null, "feeling.dropWord", data().put("word", word)).expect(404);
    alex.command(null, "feeling.dropWord", data().put("word", word)).expect(200);
    assertThat(snapshot(alex).path("feelingWords")).hasSize(29);
    assertThat(snapshot(sam).path("feelingWords")).isEmpty();
  }

  @Test
  void afterALeaveOnesOwnStaysAndWhatWasSharedIsNotRead() {
    var id = shared();
    remind(1, "09:00");
    sam.delete("/api/v1/couple").expect(204);
    assertThat(read(alex, SHARED).path("items")).isEmpty();
    assertThat(snapshot(alex).path("sharedFeelings")).isEmpty();
    assertThat(read(alex, OWN + "/" + id).path("feeling").asText()).isEqualTo("worried");
    assertThat(wishes(alex).path("reminders")).hasSize(1);
  }

  @Test
  void whoErasesThemselvesIsAskedNoMore() throws SQLException {
    remind(1, "09:00");
    kept();
    var before = me(alex);
    alex.delete("/api/v1/me").expect(204);
    try (var db = home.database().connect();
        var statement = db.createStatement()) {
      for (var table : List.of("feeling", "feeling_wish", "feeling_word", "due")) {
        var rows =
            statement.executeQuery(
                "select 1 from " + table + " where stream_id = '" + before + "'");
        assertThat(rows.next()).as(table).isFalse();
      }
    }
  }
}
