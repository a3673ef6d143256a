package app.haven.repair;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rows, words and reads of repairs over the real jar and a real PostgreSQL. Alex makes it right,
/// Sam may answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairIT {
  private final Home home = new Home("repairs", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheFirstWordToTheAnswer() {
    var first = sorry();
    var timeout = id().toString();
    alex("timeout.call", data().put("timeout", timeout).put("minutes", 30), 200);
    var second = id().toString();
    alex("repair.offer", apology(second, first, timeout), 200);
    var apology = one(second);
    assertThat(apology.path("thread").asText()).isEqualTo(first);
    assertThat(apology.path("empathy").asText()).isEqualTo("That was frightening for you.");
    assertThat(apology.path("asks").asBoolean()).isTrue();
    assertThat(apology.path("about").path("id").asText()).isEqualTo(timeout);
    sam("repair.answer", answer(second, "need").put("words", "Please knock first."), 200);
    sam("repair.answer", answer(first, "accepted"), 200);
    assertThat(one(second).path("answerWords").asText()).isEqualTo("Please knock first.");
    var thread = thread(first);
    assertThat(thread.path("repairs")).containsExactly(one(first), one(second));
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("repairs")).containsExactly(one(second), one(first));
    }
  }

  private static ObjectNode apology(String repair, String thread, String timeout) {
    var data =
        data()
            .put("repair", repair)
            .put("thread", thread)
            .put("acknowledgement", "I raised my voice.")
            .put("empathy", "That was frightening for you.")
            .put("restitution", "I take a break before I get loud.")
            .put("asks", true);
    data.putObject("about").put("kind", "timeout").put("id", timeout);
    return data;
  }

  /// A18. A device that was cut off says its things once more with the same ids.
  @Test
  void whatWasSaidOfflineComesOnceAndInOrder() {
    var commands = new ArrayList<ObjectNode>();
    for (var phrase : List.of("calmer", "sorry", "start_over")) {
      var offer = data().put("repair", id().toString()).put("phrase", phrase);
      commands.add(Api.command(id(), pair.couple(), "repair.offer", offer));
    }
    try (var sam = Device.following(pair.second())) {
      var line = Device.following(pair.first());
      commands.forEach(line::send);
      line.cut();
      try (var again = Device.following(pair.first())) {
        for (var command : commands) {
          assertThat(again.run(command).path("type").asText()).isEqualTo("ok");
        }
      }
      for (var phrase : List.of("calmer", "sorry", "start_over")) {
        assertThat(sam.event("repair.offered").path("data").path("phrase").asText())
            .isEqualTo(phrase);
      }
      sam("signal.send", data().put("signal", "hard_but_here"), 200);
      sam.event("signal.sent");
      assertThat(sam.all())
          .filteredOn(frame -> frame.path("kind").asText().equals("repair.offered"))
          .hasSize(3);
    }
    assertThat(items(pair.second(), "received")).hasSize(3);
  }

  @Test
  void theTimeThatWasAskedForRemindsWhoAskedOnce() throws SQLException {
    var repair = sorry();
    var until = Instant.now().plusSeconds(3600).toString();
    sam("repair.answer", answer(repair, "need_time").put("until", until), 200);
    var more = data().put("repair", id().toString()).put("thread", repair).put("phrase", "my_part");
    assertThat(alex("repair.offer", more, 422).path("code").asText()).isEqualTo("too-soon");
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes("repair.due", pair.second());
      var due = sam.event("repair.due");
      assertThat(due.path("stream").asText()).isEqualTo("mine");
      assertThat(due.path("data").path("repair").asText()).isEqualTo(repair);
      sam("repair.answer", answer(repair, "accepted"), 200);
      alex.event("repair.answered");
      sam.event("repair.answered");
      assertThat(count(alex, "repair.due")).isZero();
      assertThat(count(sam, "repair.due")).isEqualTo(1);
    }
    assertThat(timers()).isEmpty();
  }

  /// A21.
  @Test
  void aFollowUpRemindsTheGiverOncePerRoundUntilTheReceiverEndsIt() throws SQLException {
    var thread = sorry();
    var asked = data().put("thread", thread).put("days", 3);
    assertThat(alex("repair.askFollowUp", asked, 403).path("code").asText()).isEqualTo("not-yours");
    sam("repair.askFollowUp", asked, 200);
    assertThat(thread(thread).path("followUp").path("days").asInt()).isEqualTo(3);
    assertThat(snapshot(pair.first()).path("repairFollowUps"))
        .containsExactly(thread(thread).path("followUp"));
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      for (int round = 1; round <= 2; round++) {
        comes("repair.followUpDue", pair.first());
        assertThat(alex.event("repair.followUpDue").path("stream").asText()).isEqualTo("mine");
      }
      var end = data().put("thread", thread);
      assertThat(alex("repair.endFollowUp", end, 403).path("code").asText()).isEqualTo("not-yours");
      alex("repair.withdraw", data().put("repair", thread), 200);
      assertThat(timers()).containsExactly("repair.followUpDue");
      sam("repair.endFollowUp", end, 200);
      sam("repair.endFollowUp", end, 200);
      alex.event("repair.followUpEnded");
      sam.event("repair.followUpEnded");
      assertThat(count(alex, "repair.followUpDue")).isEqualTo(2);
      assertThat(count(sam, "repair.followUpDue")).isZero();
    }
    assertThat(timers()).isEmpty();
    assertThat(thread(thread).has("followUp")).isFalse();
  }

  @Test
  void whatItIsAboutHasToBeOfThisSpace() {
    var others = home.pair();
    var timeout = id().toString();
    var call = data().put("timeout", timeout).put("minutes", 30);
    others.first().command(others.couple(), "timeout.call", call).expect(200);
    var repair = data().put("repair", id().toString()).put("phrase", "sorry");
    repair.putObject("about").put("kind", "timeout").put("id", timeout);
    assertThat(alex("repair.offer", repair, 404).path("code").asText()).isEqualTo("not-found");
  }

  @Test
  void whatWasTakenBackLeavesItsTimesAndNoWords() throws SQLException {
    var repair = sorry();
    var until = Instant.now().plusSeconds(3600).toString();
    sam(
        "repair.answer",
        answer(repair, "need_time").put("until", until).put("words", "Later."),
        200);
    alex("repair.withdraw", data().put("repair", repair), 200);
    alex("repair.withdraw", data().put("repair", repair), 200);
    var gone = one(repair);
    assertThat(gone.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("repair", "thread", "giver", "offeredAt", "withdrawnAt");
    assertThat(snapshot(pair.second()).path("repairs")).containsExactly(gone);
    assertThat(timers()).isEmpty();
    assertThat(sam("repair.answer", answer(repair, "accepted"), 409).path("stands").has("repair"))
        .isTrue();
  }

  /// A19. Until both want it, it is the same to both, byte for byte, whoever wants it.
  @Test
  void theTimelineIsThereOnceBothWantItAndNothingTellsWhoDoes() {
    sorry();
    var alexBefore = everything(pair.first());
    var samBefore = everything(pair.second());
    var none = pair.second().get("/api/v1/repairs/timeline").expect(404).raw().body();
    share(pair.first(), true);
    assertThat(everything(pair.second())).isEqualTo(samBefore);
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(person.get("/api/v1/repairs/timeline").expect(404).raw().body()).isEqualTo(none);
    }
    share(pair.second(), true);
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(items(person, "timeline")).hasSize(1);
    }
    share(pair.first(), false);
    assertThat(everything(pair.first())).isEqualTo(alexBefore);
    pair.first().get("/api/v1/repairs/timeline").expect(404);
    pair.second().get("/api/v1/repairs/timeline").expect(404);
  }

  private void share(Api person, boolean shared) {
    var wish = data().put("couple", pair.couple()).put("shared", shared);
    person.command(null, "repair.shareTimeline", wish).expect(200);
  }

  @Test
  void eachReadsWhatTheyGaveAndWhatTheyWereGivenPageByPage() {
    var given = new ArrayList<String>();
    for (int i = 0; i < 5; i++) given.addFirst(sorry());
    var other = id().toString();
    sam("repair.offer", data().put("repair", other).put("words", "Me too."), 200);
    var read = new ArrayList<String>();
    var page = pair.first().get("/api/v1/repairs/offered?limit=2").expect(200).body();
    while (true) {
      page.path("items").forEach(item -> read.add(item.path("repair").asText()));
      if (page.path("next").isNull()) break;
      var next = "/api/v1/repairs/offered?limit=2&before=" + page.path("next").asText();
      page = pair.first().get(next).expect(200).body();
    }
    assertThat(read).isEqualTo(given);
    assertThat(items(pair.first(), "received")).containsExactly(one(other));
    assertThat(items(pair.second(), "received")).hasSize(5);
  }

  /// Byte for byte: what the giver reads is the same whether the other muted repairs or not.
  @Test
  void nobodyCanTellThatTheirRepairsAreMuted() {
    sorry();
    var before = everything(pair.first());
    for (int i = 0; i < 2; i++) {
      pair.second().command(null, "repair.mute", data().put("muted", true)).expect(200);
    }
    assertThat(everything(pair.first())).isEqualTo(before);
    assertThat(snapshot(pair.second()).path("repairsMuted").asBoolean()).isTrue();
    sorry();
    assertThat(snapshot(pair.second()).path("repairs"))
        .isEqualTo(snapshot(pair.first()).path("repairs"))
        .hasSize(2);
    pair.second().command(null, "repair.mute", data().put("muted", false)).expect(200);
    assertThat(snapshot(pair.second()).path("repairsMuted").asBoolean()).isFalse();
  }

  @Test
  void repairsAreNoFlood() {
    for (int i = 0; i < 10; i++) sorry();
    var one = data().put("repair", id().toString()).put("phrase", "sorry");
    assertThat(alex("repair.offer", one, 429).path("after").asLong()).isPositive();
    sam("repair.offer", data().put("repair", id().toString()).put("phrase", "sorry"), 200);
  }

  @Test
  void leavingEndsEveryReminderAndTheTimeline() {
    var repair = sorry();
    var until = Instant.now().plusSeconds(3600).toString();
    sam("repair.answer", answer(repair, "need_time").put("until", until), 200);
    sam("repair.askFollowUp", data().put("thread", repair).put("days", 3), 200);
    share(pair.first(), true);
    share(pair.second(), true);
    assertThat(timers()).containsExactly("repair.due", "repair.followUpDue");
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    for (var path : List.of(repair, "threads/" + repair, "timeline")) {
      pair.first().get("/api/v1/repairs/" + path).expect(404);
    }
    assertThat(items(pair.first(), "offered")).isEmpty();
    assertThat(snapshot(pair.first()).path("repairs")).isEmpty();
    assertThat(snapshot(pair.first()).path("repairTimelineShared").asBoolean()).isFalse();
  }

  @Test
  void whatAPersonWishedGoesWithThem() {
    pair.second().command(null, "repair.mute", data().put("muted", true)).expect(200);
    var sam = me(pair.second());
    pair.second().delete("/api/v1/me").expect(204);
    assertThat(
            home.database()
                .strings("select muted::text from repair_wish where stream_id = ?::uuid", sam))
        .isEmpty();
  }

  private String sorry() {
    var repair = id().toString();
    alex("repair.offer", data().put("repair", repair).put("phrase", "sorry"), 200);
    return repair;
  }

  private static ObjectNode answer(String repair, String answer) {
    return data().put("repair", repair).put("answer", answer);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String repair) {
    return same(repair);
  }

  private JsonNode thread(String thread) {
    return same("threads/" + thread);
  }

  private JsonNode same(String path) {
    var view = pair.first().get("/api/v1/repairs/" + path).expect(200).body();
    assertThat(pair.second().get("/api/v1/repairs/" + path).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static JsonNode items(Api person, String list) {
    return person.get("/api/v1/repairs/" + list).expect(200).body().path("items");
  }

  private static long count(Device device, String kind) {
    return device.all().stream().filter(frame -> frame.path("kind").asText().equals(kind)).count();
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  /// But for the time of asking and the place in one's own stream.
  private static String everything(Api person) {
    var snapshot = (ObjectNode) snapshot(person);
    ((ObjectNode) snapshot.path("streams")).remove("mine");
    return snapshot.without("now")
        + person.get("/api/v1/repairs/offered").expect(200).raw().body()
        + person.get("/api/v1/repairs/received").expect(200).raw().body();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'repair.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  /// The moment of a timer comes now.
  private void comes(String kind, Api whose) throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now())"
                    + " where kind = ? and stream_id = ?::uuid")) {
      statement.setString(1, kind);
      statement.setString(2, me(whose));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
