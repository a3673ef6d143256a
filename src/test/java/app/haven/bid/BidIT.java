package app.haven.bid;

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

/// Rows, words and reads of bids over the real jar and a real PostgreSQL. Alex reaches out, Sam may
/// answer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BidIT {
  private final Home home = new Home("bids", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheReachToTheAnswer() throws SQLException {
    var bid = id().toString();
    var at = Instant.now().plusSeconds(7200).toString();
    alex("bid.make", make(bid, "plan").put("words", "Walk after dinner?").put("at", at), 200);
    var open = one(bid);
    assertThat(open.path("words").asText()).isEqualTo("Walk after dinner?");
    assertThat(open.path("kind").asText()).isEqualTo("plan");
    assertThat(open.has("answer")).isFalse();
    assertThat(timers()).containsExactly("bid.faded");
    sam("bid.answer", answer(bid, "later").put("words", "In a while."), 200);
    assertThat(timers()).containsExactly("bid.due");
    sam("bid.answer", answer(bid, "toward").put("words", "Yes, gladly."), 200);
    var answered = one(bid);
    assertThat(answered.path("answer").asText()).isEqualTo("toward");
    assertThat(answered.path("answerWords").asText()).isEqualTo("Yes, gladly.");
    assertThat(snapshot(pair.first()).path("bids")).containsExactly(answered);
    assertThat(snapshot(pair.second()).path("bids")).containsExactly(answered);
    assertThat(timers()).isEmpty();
  }

  @Test
  void aBidFadesAndCanStillBeAnswered() throws SQLException {
    var bid = id().toString();
    alex("bid.make", make(bid, "look"), 200);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes("bid.faded");
      var faded = alex.event("bid.faded");
      assertThat(faded.path("by").isNull()).isTrue();
      assertThat(faded.path("data")).isEqualTo(sam.event("bid.faded").path("data"));
    }
    assertThat(one(bid).has("fadedAt")).isTrue();
    sam("bid.answer", answer(bid, "toward").put("words", "I missed this. I see it now."), 200);
    assertThat(one(bid).path("answer").asText()).isEqualTo("toward");
    assertThat(one(bid).has("fadedAt")).isFalse();
  }

  @Test
  void laterComesBackToTheMindOfWhoSaidItAlone() throws SQLException {
    var bid = id().toString();
    alex("bid.make", make(bid, "talk").put("wanted", "listening"), 200);
    assertThat(one(bid).path("wanted").asText()).isEqualTo("listening");
    var at = Instant.now().plusSeconds(3600).toString();
    sam("bid.answer", answer(bid, "later").put("at", at), 200);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes("bid.due");
      assertThat(sam.event("bid.due").path("stream").asText()).isEqualTo("mine");
      sam("bid.answer", answer(bid, "tired_but_glad"), 200);
      alex.event("bid.answered");
      assertThat(alex.all()).noneMatch(frame -> frame.path("kind").asText().equals("bid.due"));
    }
  }

  @Test
  void afterANoTheKindRestsAndAnotherIsFine() {
    var bid = id().toString();
    alex("bid.make", make(bid, "hug"), 200);
    sam("bid.answer", answer(bid, "not_now").put("words", "Thank you for asking."), 200);
    assertThat(alex("bid.make", make(id().toString(), "hug"), 422).path("code").asText())
        .isEqualTo("too-soon");
    alex("bid.withdraw", data().put("bid", bid), 200);
    alex("bid.make", make(id().toString(), "hug"), 422);
    alex("bid.make", make(id().toString(), "company"), 200);
    sam("bid.make", make(id().toString(), "hug"), 200);
  }

  @Test
  void anotherAnswerEndsTheRest() {
    var bid = id().toString();
    alex("bid.make", make(bid, "hug"), 200);
    sam("bid.answer", answer(bid, "not_now"), 200);
    sam("bid.answer", answer(bid, "toward"), 200);
    alex("bid.make", make(id().toString(), "hug"), 200);
  }

  @Test
  void bidsAreNoFlood() {
    for (int i = 0; i < 10; i++) alex("bid.make", make(id().toString(), "look"), 200);
    assertThat(alex("bid.make", make(id().toString(), "talk"), 429).path("after").asLong())
        .isPositive();
    sam("bid.make", make(id().toString(), "look"), 200);
  }

  @Test
  void whatWasTakenBackLeavesItsTimesAndNoWords() {
    var bid = id().toString();
    alex("bid.make", make(bid, "talk").put("words", "About yesterday."), 200);
    sam("bid.answer", answer(bid, "later").put("words", "After work."), 200);
    alex("bid.withdraw", data().put("bid", bid), 200);
    alex("bid.withdraw", data().put("bid", bid), 200);
    var gone = one(bid);
    assertThat(gone.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("bid", "sender", "madeAt", "kind", "withdrawnAt");
    assertThat(snapshot(pair.second()).path("bids")).containsExactly(gone);
    assertThat(timers()).isEmpty();
    var refused = sam("bid.answer", answer(bid, "toward"), 409);
    assertThat(refused.path("stands").has("withdrawnAt")).isTrue();
  }

  /// Byte for byte: what the sender reads is the same whether the other muted the kind or not.
  @Test
  void nobodyCanTellThatTheirBidsAreMuted() {
    var bid = id().toString();
    alex("bid.make", make(bid, "play"), 200);
    var before = everything(pair.first());
    pair.second().command(null, "mute.set", mute("play", true)).expect(200);
    pair.second().command(null, "mute.set", mute("play", true)).expect(200);
    assertThat(everything(pair.first())).isEqualTo(before);
    assertThat(snapshot(pair.second()).path("muted")).hasToString("[\"play\"]");
    alex("bid.make", make(id().toString(), "play"), 200);
    assertThat(snapshot(pair.second()).path("bids"))
        .isEqualTo(snapshot(pair.first()).path("bids"))
        .hasSize(2);
    pair.second().command(null, "mute.set", mute("play", false)).expect(200);
    assertThat(snapshot(pair.second()).path("muted")).isEmpty();
  }

  @Test
  void leavingEndsEveryReminder() {
    var faded = id().toString();
    var later = id().toString();
    alex("bid.make", make(faded, "look"), 200);
    alex("bid.make", make(later, "talk"), 200);
    sam("bid.answer", answer(later, "later"), 200);
    assertThat(timers()).containsExactly("bid.due", "bid.faded");
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.first().get("/api/v1/bids/" + faded).status()).isEqualTo(404);
    assertThat(snapshot(pair.first()).path("bids")).isEmpty();
    assertThat(pair.first().get("/api/v1/bids").expect(200).body().path("items")).isEmpty();
  }

  @Test
  void whatWasMutedGoesWithThePerson() {
    pair.second().command(null, "mute.set", mute("play", true)).expect(200);
    var sam = me(pair.second());
    pair.second().delete("/api/v1/me").expect(204);
    assertThat(home.database().strings("select kind from mute where stream_id = ?::uuid", sam))
        .isEmpty();
  }

  @Test
  void theListIsReadPageByPage() {
    var made = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var bid = id().toString();
      alex("bid.make", make(bid, "look"), 200);
      made.addFirst(bid);
    }
    var read = new ArrayList<String>();
    var page = pair.second().get("/api/v1/bids?limit=2").expect(200).body();
    while (true) {
      page.path("items").forEach(item -> read.add(item.path("bid").asText()));
      if (page.path("next").isNull()) break;
      var next = "/api/v1/bids?limit=2&before=" + page.path("next").asText();
      page = pair.second().get(next).expect(200).body();
    }
    assertThat(read).isEqualTo(made);
  }

  private static ObjectNode make(String bid, String kind) {
    return data().put("bid", bid).put("kind", kind);
  }

  private static ObjectNode answer(String bid, String answer) {
    return data().put("bid", bid).put("answer", answer);
  }

  private static ObjectNode mute(String kind, boolean muted) {
    return data().put("kind", kind).put("muted", muted);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String bid) {
    var view = pair.first().get("/api/v1/bids/" + bid).expect(200).body();
    assertThat(pair.second().get("/api/v1/bids/" + bid).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static String everything(Api person) {
    var snapshot = (ObjectNode) snapshot(person);
    return snapshot.without("now") + person.get("/api/v1/bids").expect(200).raw().body();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'bid.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  /// The moment of a timer comes now.
  private void comes(String kind) throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now()) where kind = ? and stream_id"
                    + " in (?::uuid, ?::uuid)")) {
      statement.setString(1, kind);
      statement.setString(2, pair.couple());
      statement.setString(3, me(pair.second()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
