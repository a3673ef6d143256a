package app.haven.hold;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.World;
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

/// Holds over the real jar and a real PostgreSQL. Alex places one, and may show it to Sam.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldIT {
  private final Home home = new Home("holds", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void aHoldIsPlacedReplacedAndLifted() {
    var first = id().toString();
    alex("hold.place", hold(first, in(48)).put("words", "About the job."), 200);
    alex("hold.place", hold(id().toString(), in(24)), 200);
    var until = in(72);
    alex("hold.place", hold(first, until).put("words", "About the move."), 200);
    assertThat(own(pair.first())).hasSize(2);
    var placed = own(pair.first()).path(0);
    assertThat(placed.path("words").asText()).isEqualTo("About the move.");
    assertThat(Instant.parse(placed.path("until").asText())).isEqualTo(until);
    assertThat(timers()).as("one for each").containsExactly("hold.over", "hold.over");
    alex("hold.lift", about(first), 200);
    alex("hold.lift", about(first), 404);
    assertThat(own(pair.first())).hasSize(1);
    assertThat(timers()).containsExactly("hold.over");
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsStored() {
    var hold = id().toString();
    named("until", alex("hold.place", about(hold), 422));
    named("until", alex("hold.place", about(hold).put("until", "Sunday"), 422));
    named("words", alex("hold.place", hold(hold, in(9)).put("words", "x".repeat(281)), 422));
    named("on", alex("hold.place", hold(hold, in(9)).put("on", me(pair.second())), 422));
    named("until", shown("hold.share", about(hold), 422));
    named("words", shown("hold.share", hold(hold, in(9)).put("words", "x".repeat(281)), 422));
    assertThat(code(alex("hold.place", hold(hold, in(-1)), 422))).isEqualTo("too-soon");
    assertThat(code(alex("hold.place", hold(hold, in(24 * 367)), 422))).isEqualTo("too-long");
    assertThat(code(shown("hold.share", hold(hold, in(-1)), 422))).isEqualTo("too-soon");
    assertThat(own(pair.first())).isEmpty();
    assertThat(shared()).isEmpty();
    assertThat(timers()).isEmpty();
  }

  /// Shown and taken back over and over would be a way to disturb.
  @Test
  void showingHasALimitAndTakingBackHasNone() {
    var hold = id().toString();
    for (int i = 0; i < 10; i++) {
      shown("hold.share", hold(hold, in(9)), 200);
      shown("hold.unshare", about(hold), 200);
    }
    assertThat(code(shown("hold.share", hold(id().toString(), in(9)), 429))).isEqualTo("rate");
    var sams = hold(id().toString(), in(9));
    pair.second().command(pair.couple(), "hold.share", sams).expect(200);
  }

  @Test
  void onceMoreIsTheSame() {
    var place = Api.command(id(), null, "hold.place", hold(id().toString(), in(9)));
    var share = Api.command(id(), pair.couple(), "hold.share", hold(id().toString(), in(9)));
    for (var command : List.of(place, share)) {
      var first = pair.first().post("/api/v1/commands", command).expect(200).body();
      var again = pair.first().post("/api/v1/commands", command).expect(200).body();
      assertThat(again.path("positions")).isEqualTo(first.path("positions"));
    }
    assertThat(own(pair.first())).hasSize(1);
    assertThat(shared()).hasSize(1);
  }

  @Test
  void fiveAreTheMostOfEach() {
    for (int i = 0; i < 5; i++) {
      alex("hold.place", hold(id().toString(), in(9)), 200);
      shown("hold.share", hold(id().toString(), in(9)), 200);
    }
    alex("hold.place", hold(id().toString(), in(9)), 409);
    shown("hold.share", hold(id().toString(), in(9)), 409);
    var sams = hold(id().toString(), in(9));
    pair.second().command(pair.couple(), "hold.share", sams).expect(200);
  }

  /// Byte for byte: what the partner reads, and what their socket brings.
  @Test
  void nobodyCanTellThatAHoldStands() throws SQLException {
    var hold = id().toString();
    var before = World.everything(pair.second());
    try (var sam = Device.following(pair.second());
        var alex = Device.following(pair.first())) {
      alex("hold.place", hold(hold, in(9)).put("words", "About us."), 200);
      assertThat(World.everything(pair.second())).isEqualTo(before);
      var theirs = pair.second().command(null, "hold.lift", about(hold)).expect(404).body();
      var nobodys = pair.second().command(null, "hold.lift", about(id().toString())).expect(404);
      assertThat(theirs).isEqualTo(nobodys.body());
      pair.second().command(pair.couple(), "hold.unshare", about(hold)).expect(404);
      comes();
      alex.event("hold.over");
      assertThat(World.everything(pair.second())).isEqualTo(before);
      assertThat(own(pair.first())).isEmpty();
      pair.second().command(null, "hold.place", hold(hold, in(9))).expect(200);
      sam.event("hold.placed");
      assertThat(sam.all().toString()).doesNotContain("About us.", "hold.over");
    }
  }

  @Test
  void itIsOverAtItsTimeAndItsOwnerAloneIsTold() {
    var hold = id().toString();
    try (var alex = Device.following(pair.first())) {
      var until = Instant.now().plusSeconds(2);
      alex("hold.place", hold(hold, until), 200);
      shown("hold.share", hold(hold, until), 200);
      assertThat(shared()).hasSize(1);
      var over = alex.event("hold.over");
      assertThat(over.path("stream").asText()).isEqualTo("mine");
      assertThat(over.path("by").isNull()).isTrue();
      assertThat(own(pair.first())).isEmpty();
      assertThat(timers()).isEmpty();
      assertThat(shared()).as("what is shown ends at the same time, by itself").isEmpty();
    }
  }

  @Test
  void whatIsShownBothReadAndOnlyItsOwnerTakesItBack() {
    var hold = id().toString();
    alex("hold.place", hold(hold, in(9)).put("words", "Just for me: the job."), 200);
    shown("hold.share", hold(hold, in(9)).put("words", "No big decisions this week."), 200);
    var both = shared().path(0);
    assertThat(both.path("owner").asText()).isEqualTo(me(pair.first()));
    assertThat(both.path("words").asText()).isEqualTo("No big decisions this week.");
    assertThat(World.everything(pair.second())).doesNotContain("Just for me");
    pair.second().command(pair.couple(), "hold.unshare", about(hold)).expect(403);
    pair.second().command(pair.couple(), "hold.share", hold(hold, in(20))).expect(409);
    assertThat(shared()).containsExactly(both);
    alex("hold.lift", about(hold), 200);
    assertThat(shared()).as("lifted for oneself, it is still shown").containsExactly(both);
    shown("hold.unshare", about(hold), 200);
    shown("hold.unshare", about(hold), 404);
    assertThat(shared()).isEmpty();
  }

  /// No device and no log keeps what was shown: the stream begins anew, and what is left says that
  /// there was something, when, and whose.
  @Test
  void takenBackItLeavesATraceWithoutWordsAndANewEpoch() {
    var hold = id().toString();
    shown("hold.share", hold(hold, in(9)).put("words", "The first words."), 200);
    var before = epoch();
    shown("hold.share", hold(hold, in(20)).put("words", "The second words."), 200);
    assertThat(epoch()).isNotEqualTo(before);
    assertThat(shared()).hasSize(1);
    assertThat(logOf(pair.second()).toString())
        .contains("The second words.")
        .doesNotContain("The first words.");
    try (var sam = Device.following(pair.second())) {
      var standing = epoch();
      shown("hold.unshare", about(hold), 200);
      var renewed =
          sam.await(f -> Device.is(f, "stream") && f.path("mode").asText().equals("snapshot"));
      assertThat(renewed.path("epoch").asText()).isNotEqualTo(standing).isEqualTo(epoch());
    }
    var log = logOf(pair.second());
    assertThat(log.stream().map(event -> event.path("kind").asText()))
        .endsWith("hold.shared", "hold.shared", "hold.unshared");
    assertThat(log.toString()).doesNotContain("The first words.", "The second words.");
    var trace = log.get(log.size() - 2);
    assertThat(trace.at("/data/erased").asBoolean()).isTrue();
    assertThat(trace.path("by").asText()).isEqualTo(me(pair.first()));
    assertThat(shared()).isEmpty();
  }

  @Test
  void whoeverIsAloneShowsNothingAndKeepsTheirOwn() {
    var hold = id().toString();
    alex("hold.place", hold(hold, in(9)), 200);
    shown("hold.share", hold(hold, in(9)), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(code(shown("hold.share", hold(id().toString(), in(9)), 409)))
        .isEqualTo("not-paired");
    assertThat(code(shown("hold.unshare", about(hold), 409))).isEqualTo("not-paired");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("sharedHolds")).isEmpty();
    }
    assertThat(own(pair.first())).hasSize(1);
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(home.database().strings("select id::text from hold where id = ?::uuid", hold))
        .isEmpty();
  }

  /// No number and no sum: each column and each field there is, is known here.
  @Test
  void nothingAddsHoldsUp() {
    assertThat(columns("hold"))
        .containsExactlyInAnyOrder("stream_id", "id", "version", "placed_seq");
    assertThat(columns("shared_hold"))
        .containsExactlyInAnyOrder("stream_id", "id", "version", "owner", "until_at", "shared_seq");
    var hold = id().toString();
    alex("hold.place", hold(hold, in(9)).put("words", "About us."), 200);
    shown("hold.share", hold(hold, in(9)).put("words", "About us."), 200);
    var own = own(pair.first()).path(0);
    assertThat(own.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("hold", "until", "words");
    var shared = shared().path(0);
    assertThat(shared.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("hold", "owner", "until", "words");
    for (var view : List.of(own, shared)) {
      view.forEach(field -> assertThat(field.isTextual()).isTrue());
    }
  }

  private static void named(String field, JsonNode refused) {
    assertThat(code(refused)).isEqualTo("invalid");
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo(field);
  }

  private static String code(JsonNode refused) {
    return refused.path("code").asText();
  }

  private static Instant in(int hours) {
    return Instant.ofEpochMilli(System.currentTimeMillis()).plus(Duration.ofHours(hours));
  }

  private static ObjectNode about(String hold) {
    return data().put("hold", hold);
  }

  private static ObjectNode hold(String hold, Instant until) {
    return about(hold).put("until", until.toString());
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(null, kind, data).expect(status).body();
  }

  /// Said by Alex to both.
  private JsonNode shown(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode own(Api person) {
    return snapshot(person).path("holds");
  }

  /// The same for both.
  private JsonNode shared() {
    var shown = snapshot(pair.first()).path("sharedHolds");
    assertThat(snapshot(pair.second()).path("sharedHolds")).isEqualTo(shown);
    return shown;
  }

  private String epoch() {
    return snapshot(pair.second()).at("/streams/ours/epoch").asText();
  }

  /// What a program gets that asks the log from its very beginning.
  private List<JsonNode> logOf(Api person) {
    try (var device = Device.open(person)) {
      var after = data();
      after.putObject("ours").put("epoch", epoch()).put("seq", 0);
      device.hello(after);
      device.await(frame -> Device.is(frame, "caughtUp"));
      return device.all().stream().filter(frame -> Device.is(frame, "event")).toList();
    }
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'hold.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  private List<String> columns(String table) {
    return home.database()
        .strings("select column_name from information_schema.columns where table_name = ?", table);
  }

  /// The moment of Alex's hold comes now.
  private void comes() throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now())"
                    + " where kind = 'hold.over' and stream_id = ?::uuid")) {
      statement.setString(1, me(pair.first()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
