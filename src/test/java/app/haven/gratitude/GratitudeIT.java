package app.haven.gratitude;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The gratitude lists over the real jar and a real PostgreSQL.
class GratitudeIT {
  private static final String LIST = "/api/v1/gratitudes";

  private static Home home;

  private Pair pair;
  private Api alex;
  private Api sam;

  @BeforeAll
  static void start() {
    home = new Home("gratitude", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void stop() {
    home.close();
  }

  @BeforeEach
  void twoPeople() {
    pair = home.pair();
    alex = pair.first();
    sam = pair.second();
  }

  private static ObjectNode entry(String id, String what) {
    return data().put("gratitude", id).put("what", what);
  }

  private String shared(Api by, String what) {
    var id = id().toString();
    by.command(pair.couple(), "gratitude.add", entry(id, what)).expect(200);
    return id;
  }

  private static String own(Api by, String what) {
    var id = id().toString();
    by.command(null, "gratitude.add", entry(id, what).put("private", true)).expect(200);
    return id;
  }

  private void say(Api by, String kind, String id) {
    by.command(pair.couple(), kind, data().put("gratitude", id)).expect(200);
  }

  private static List<String> whats(JsonNode page) {
    return page.path("items").findValuesAsText("what");
  }

  private static JsonNode list(Api person, String query) {
    return person.get(LIST + query).expect(200).body();
  }

  private static JsonNode one(Api person, String id) {
    return person.get(LIST + "/" + id).expect(200).body();
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  @Test
  void bothReadTheSharedListAndNobodyTheOthersOwn() {
    shared(alex, "Tea.");
    var own = own(alex, "Just mine.");
    shared(sam, "The walk.");
    assertThat(list(alex, "")).isEqualTo(list(sam, "?list=shared"));
    assertThat(whats(list(sam, ""))).containsExactly("The walk.", "Tea.");
    assertThat(whats(list(alex, "?list=private"))).containsExactly("Just mine.");
    assertThat(list(sam, "?list=private").path("items")).isEmpty();
    assertThat(one(alex, own).path("private").asBoolean()).isTrue();
    sam.get(LIST + "/" + own).expect(404);
    assertThat(snapshot(alex).path("gratitudes")).isEqualTo(list(alex, "").path("items"));
    assertThat(snapshot(alex).path("privateGratitudes"))
        .isEqualTo(list(alex, "?list=private").path("items"));
    assertThat(snapshot(sam).path("privateGratitudes")).isEmpty();
  }

  @Test
  void whoIsAloneHasAListOfTheirOwn() {
    var alone = home.person("alone-" + UUID.randomUUID());
    own(alone, "The first snow.");
    assertThat(whats(list(alone, "?list=private"))).containsExactly("The first snow.");
    assertThat(list(alone, "").path("items")).isEmpty();
    alone.command(null, "gratitude.add", entry(id().toString(), "For whom?")).expect(422);
  }

  @Test
  void theWordPrivateAndTheCoupleMustAgree() {
    var entry = entry(id().toString(), "Tea.").put("private", true);
    var refused = alex.command(pair.couple(), "gratitude.add", entry).expect(422);
    assertThat(refused.body().path("errors").path(0).path("field").asText()).isEqualTo("couple");
    assertThat(list(sam, "").path("items")).isEmpty();
  }

  @Test
  void addsAtTheSameMomentAreAllKept() {
    try (var device = Device.following(sam)) {
      var adding =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> shared(i % 2 == 0 ? alex : sam, "entry " + i),
                      Thread::startVirtualThread))
              .toList();
      var ids = adding.stream().map(CompletableFuture::join).toList();
      assertThat(list(alex, "?limit=50").path("items").findValuesAsText("gratitude"))
          .containsExactlyInAnyOrderElementsOf(ids);
      device.await(frame -> frame.path("seq").asInt() == 20);
      var told = device.all().stream().filter(f -> f.path("kind").asText().endsWith(".added"));
      assertThat(told.map(f -> f.at("/data/gratitude").asText()))
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void thanksAreSaidOnceAndStand() {
    var id = shared(alex, "Tea.");
    var words = data().put("gratitude", id).put("words", "Oh!");
    alex.command(pair.couple(), "gratitude.thank", words).expect(403);
    sam.command(pair.couple(), "gratitude.thank", words).expect(200);
    sam.command(pair.couple(), "gratitude.thank", words).expect(200);
    say(sam, "gratitude.thank", id);
    sam.command(pair.couple(), "gratitude.thank", words.deepCopy().put("words", "Ah!")).expect(409);
    assertThat(one(alex, id).path("thanks").asText()).isEqualTo("Oh!");
    assertThat(one(alex, id).has("thankedAt")).isTrue();
  }

  @Test
  void everyVersionStaysReadableForBoth() {
    var id = shared(alex, "Tea.");
    var better = entry(id, "Tea and toast.").put("meaning", "Care.").put("on", "2026-11-20");
    sam.command(pair.couple(), "gratitude.edit", better).expect(403);
    alex.command(pair.couple(), "gratitude.edit", better).expect(200);
    var read = one(sam, id);
    assertThat(read).isEqualTo(one(alex, id));
    assertThat(read.path("what").asText()).isEqualTo("Tea and toast.");
    assertThat(read.path("on").asText()).isEqualTo("2026-11-20");
    assertThat(read.path("versions").findValuesAsText("what"))
        .containsExactly("Tea.", "Tea and toast.");
    assertThat(read.path("editedAt")).isEqualTo(read.at("/versions/1/at"));
  }

  @Test
  void whatIsPinnedIsFoundAtOnce() {
    var first = shared(alex, "First.");
    shared(alex, "Second.");
    say(sam, "gratitude.pin", first);
    say(alex, "gratitude.pin", first);
    assertThat(whats(list(alex, "?pinned=true"))).containsExactly("First.");
    say(alex, "gratitude.unpin", first);
    assertThat(list(sam, "?pinned=true").path("items")).isEmpty();
    assertThat(one(sam, first).has("pinned")).isFalse();
  }

  @Test
  void takingBackLeavesATraceAndBringsEveryDeviceANewEpoch() {
    var id = shared(alex, "Tea.");
    alex.command(pair.couple(), "gratitude.edit", entry(id, "Toast.").put("on", "2026-11-20"))
        .expect(200);
    sam.command(pair.couple(), "gratitude.thank", data().put("gratitude", id).put("words", "Oh!"))
        .expect(200);
    say(sam, "gratitude.pin", id);
    var before = snapshot(sam).at("/streams/ours");
    try (var device = Device.following(sam)) {
      sam.command(pair.couple(), "gratitude.erase", data().put("gratitude", id)).expect(200);
      assertThat(one(alex, id).path("what").asText()).isEqualTo("Toast.");
      assertThat(one(alex, id).path("thanks").isNull()).isTrue();
      var ok = alex.command(pair.couple(), "gratitude.erase", data().put("gratitude", id));
      var renewed =
          device.await(f -> Device.is(f, "stream") && f.path("mode").asText().equals("snapshot"));
      assertThat(renewed.path("epoch").asText()).isNotEqualTo(before.path("epoch").asText());
      var now = snapshot(sam).at("/streams/ours");
      assertThat(ok.expect(200).body().at("/positions/ours")).isEqualTo(now);
      assertThat(now.path("seq").asInt()).isEqualTo(before.path("seq").asInt() + 2);
    }
    var trace = one(sam, id);
    assertThat(trace.path("what").isNull()).isTrue();
    assertThat(trace.path("erased").asBoolean()).isTrue();
    assertThat(trace.path("versions")).isEmpty();
    assertThat(trace.has("on")).isFalse();
    assertThat(trace.has("pinned")).isFalse();
    say(alex, "gratitude.erase", id);
    alex.command(pair.couple(), "gratitude.edit", entry(id, "Tea.")).expect(409);
  }

  /// Whoever comes back from before the erasure gets no word of it, from nowhere in the log.
  @Test
  void theLogNoLongerHoldsTheWords() {
    var id = shared(alex, "Tea.");
    shared(sam, "The walk.");
    say(alex, "gratitude.erase", id);
    var epoch = snapshot(sam).at("/streams/ours/epoch").asText();
    try (var device = Device.open(sam)) {
      var after = data();
      after.putObject("ours").put("epoch", epoch).put("seq", 0);
      device.hello(after);
      device.await(frame -> Device.is(frame, "caughtUp"));
      var told = device.all().stream().filter(frame -> Device.is(frame, "event")).toList();
      assertThat(told.toString()).contains("The walk.").doesNotContain("Tea.");
      assertThat(told.getFirst().at("/data/erased").asBoolean()).isTrue();
      assertThat(told.getLast().path("kind").asText()).isEqualTo("words.erased");
      assertThat(told.getLast().at("/data/id").asText()).isEqualTo(id);
    }
  }

  @Test
  void oneOfEarlierDaysComesBackAndIsTheSameForBoth() throws SQLException {
    assertThat(today(alex).path("items")).isEmpty();
    for (int i = 0; i < 5; i++) shared(i % 2 == 0 ? alex : sam, "entry " + i);
    own(alex, "Just mine.");
    assertThat(today(alex).path("items")).as("those of today wait").isEmpty();
    aDayPasses();
    var today = today(alex);
    assertThat(today.path("items")).hasSize(1);
    assertThat(today(sam)).isEqualTo(today);
    shared(alex, "One more.");
    assertThat(today(sam)).isEqualTo(today);
    assertThat(snapshot(sam).path("resurfaced")).isEqualTo(today.path("items"));
    assertThat(Duration.between(Instant.now(), until(today))).isLessThan(Duration.ofDays(1));

    var id = today.at("/items/0/gratitude").asText();
    var author = today.at("/items/0/by").asText().equals(me(alex)) ? alex : sam;
    say(author, "gratitude.erase", id);
    assertThat(today(sam).at("/items/0/gratitude").asText()).isNotEmpty().isNotEqualTo(id);
    assertThat(today(alex)).isEqualTo(today(sam));
  }

  private static JsonNode today(Api person) {
    return person.get(LIST + "/today").expect(200).body();
  }

  private static Instant until(JsonNode today) {
    return Instant.parse(today.path("until").asText());
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// For what stands in the lists so far.
  private static void aDayPasses() throws SQLException {
    try (var db = home.database().connect();
        var statement = db.createStatement()) {
      statement.execute("update gratitude set added_at = added_at - interval '1 day'");
    }
  }

  @Test
  void searchLooksThroughOnesOwnAndTheSharedList() {
    var thanked = shared(alex, "You made TEA.");
    sam.command(
            pair.couple(),
            "gratitude.thank",
            data().put("gratitude", thanked).put("words", "With honey, that time."))
        .expect(200);
    shared(sam, "The walk by the river.");
    own(alex, "Tea alone in the garden.");
    own(sam, "My own cup of tea.");
    assertThat(found(alex, "tea")).containsExactly("Tea alone in the garden.", "You made TEA.");
    assertThat(found(sam, "tea")).containsExactly("My own cup of tea.", "You made TEA.");
    assertThat(found(alex, "honey you")).containsExactly("You made TEA.");
    assertThat(found(alex, "own cup")).isEmpty();
    sam.post(LIST + "/search", data()).expect(422);
    sam.post(LIST + "/search", data().put("words", "tea").put("before", "elsewhere")).expect(422);
  }

  private static List<String> found(Api person, String words) {
    return whats(person.post(LIST + "/search", data().put("words", words)).expect(200).body());
  }

  @Test
  void searchGoesOnWhereItStoppedThroughBothLists() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 9; i++) {
      var what = "tea " + i;
      if (i % 3 == 0) own(alex, what);
      else shared(i % 2 == 0 ? alex : sam, what);
      all.addFirst(what);
    }
    var found = new ArrayList<String>();
    var ask = data().put("words", "tea").put("limit", 2);
    for (int pages = 0; pages < 9; pages++) {
      var page = alex.post(LIST + "/search", ask).expect(200).body();
      found.addAll(whats(page));
      if (page.path("next").isNull()) break;
      ask.put("before", page.path("next").asText());
    }
    assertThat(found).isEqualTo(all);
  }

  @Test
  void nothingOfTheSharedListIsReadAfterALeave() {
    var id = shared(alex, "Tea.");
    own(alex, "Just mine.");
    sam.delete("/api/v1/couple").expect(204);
    for (var one : List.of(alex, sam)) {
      one.get(LIST + "/" + id).expect(404);
      assertThat(list(one, "").path("items")).isEmpty();
      assertThat(today(one).path("items")).isEmpty();
      assertThat(found(one, "tea")).isEmpty();
    }
    assertThat(whats(list(alex, "?list=private"))).containsExactly("Just mine.");
  }
}
