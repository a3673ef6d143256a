package app.haven.concern;

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

/// Rows, words and reads of concerns over the real jar and a real PostgreSQL. Alex raises
/// something, Sam may hear it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcernIT {
  private final Home home = new Home("concerns", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheFirstWordToEnough() {
    var concern = id().toString();
    alex("concern.raise", full(concern), 200);
    var open = one(concern);
    assertThat(open.path("state").asText()).isEqualTo("open");
    assertThat(open.path("openedAt")).isEqualTo(open.path("raisedAt"));
    full(concern)
        .properties()
        .forEach(field -> assertThat(open.path(field.getKey())).isEqualTo(field.getValue()));
    assertThat(timers()).containsExactly("concern.rested");
    sam("concern.hear", said(concern, "You were tired and alone with it."), 200);
    sam("concern.hear", said(concern, "And you would like us to share it."), 200);
    assertThat(one(concern).path("heard").valueStream().map(one -> one.path("words").asText()))
        .containsExactly("You were tired and alone with it.", "And you would like us to share it.");
    alex("concern.close", about(concern).put("how", "enough"), 200);
    var closed = one(concern);
    assertThat(closed.path("state").asText()).isEqualTo("closed");
    assertThat(closed.path("how").asText()).isEqualTo("enough");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("concerns")).containsExactly(closed);
    }
    assertThat(timers()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAndNothingIsStored() {
    var data = least(id().toString()).put("need", " ");
    var refused = alex("concern.raise", data, 422);
    assertThat(refused.path("code").asText()).isEqualTo("invalid");
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("need");
    assertThat(list(pair.second())).isEmpty();
  }

  @Test
  void theSecondWaitsOnTheListUntilItsAuthorOpensIt() {
    var first = id().toString();
    var second = id().toString();
    alex("concern.raise", least(first), 200);
    sam("concern.raise", least(second), 200);
    var parked = one(second);
    assertThat(parked.path("state").asText()).isEqualTo("parked");
    assertThat(parked.path("author").asText()).isEqualTo(me(pair.second()));
    assertThat(parked.has("raisedAt")).isTrue();
    var refused = sam("concern.open", about(second), 409);
    assertThat(refused.path("stands").path("concern").asText()).isEqualTo(first);
    alex("concern.hear", said(second, "Words."), 409);
    alex("concern.close", about(first).put("how", "enough"), 200);
    assertThat(one(second).path("state").asText()).isEqualTo("parked");
    var third = id().toString();
    alex("concern.raise", least(third), 200);
    assertThat(one(third).path("state").asText()).as("it is Sam's turn").isEqualTo("parked");
    assertThat(alex("concern.open", about(third), 422).path("code").asText()).isEqualTo("too-soon");
    sam("concern.open", about(second), 200);
    assertThat(one(second).path("state").asText()).isEqualTo("open");
  }

  @Test
  void neitherCanEndOrOpenWhatIsTheOthers() {
    var concern = id().toString();
    alex("concern.raise", least(concern), 200);
    sam("concern.close", about(concern).put("how", "enough"), 403);
    sam("concern.withdraw", about(concern), 403);
    alex("concern.hear", said(concern, "Words."), 403);
    assertThat(one(concern).path("state").asText()).isEqualTo("open");
  }

  @Test
  void whoAskedForTimeIsRemindedAlone() throws SQLException {
    var concern = id().toString();
    alex("concern.raise", least(concern), 200);
    var until = Instant.now().plusSeconds(3600).toString();
    sam("concern.needTime", about(concern).put("until", until), 200);
    assertThat(one(concern).has("needsTimeUntil")).isTrue();
    assertThat(timers()).containsExactly("concern.due", "concern.rested");
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes("concern.due");
      assertThat(sam.event("concern.due").path("stream").asText()).isEqualTo("mine");
      sam("concern.hear", said(concern, "You were tired."), 200);
      alex.event("concern.heard");
      assertThat(alex.all()).noneMatch(frame -> frame.path("kind").asText().equals("concern.due"));
    }
    assertThat(one(concern).has("needsTimeUntil")).isFalse();
  }

  @Test
  void afterAWeekWithoutAWordThePlaceIsFreeForTheOther() throws SQLException {
    var concern = id().toString();
    var waiting = id().toString();
    alex("concern.raise", least(concern), 200);
    sam("concern.raise", least(waiting), 200);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes("concern.rested");
      var rested = alex.event("concern.rested");
      assertThat(rested.path("by").isNull()).isTrue();
      assertThat(sam.event("concern.rested").path("data")).isEqualTo(rested.path("data"));
    }
    assertThat(one(concern).has("restedAt")).isTrue();
    assertThat(one(waiting).path("state").asText()).isEqualTo("parked");
    alex("concern.open", about(concern), 422);
    sam("concern.open", about(waiting), 200);
    assertThat(alex("concern.open", about(concern), 409).path("code").asText())
        .isEqualTo("conflict");
    sam("concern.close", about(waiting).put("how", "enough"), 200);
    alex("concern.open", about(concern), 200);
    assertThat(one(concern).has("restedAt")).isFalse();
  }

  @Test
  void whatWasTakenBackLeavesItsTimesAndNoWords() {
    var concern = id().toString();
    alex("concern.raise", full(concern), 200);
    sam("concern.hear", said(concern, "You were tired."), 200);
    alex("concern.withdraw", about(concern), 200);
    alex("concern.withdraw", about(concern), 200);
    var gone = one(concern);
    assertThat(gone.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("concern", "author", "raisedAt", "state", "withdrawnAt");
    assertThat(snapshot(pair.second()).path("concerns")).containsExactly(gone);
    assertThat(timers()).isEmpty();
    sam("concern.hear", said(concern, "Words."), 409);
  }

  /// Byte for byte: what the partner reads is the same with the draft and without it.
  @Test
  void nobodyCanTellThatADraftIsKept() {
    var before = everything(pair.second());
    var concern = id().toString();
    keep(about(concern)).expect(200);
    keep(full(concern)).expect(200);
    assertThat(everything(pair.second())).isEqualTo(before);
    var draft = snapshot(pair.first()).path("concernDrafts").path(0);
    assertThat(draft.path("meaning")).isEqualTo(full(concern).path("meaning"));
    assertThat(drafts(pair.first())).containsExactly(draft);
    keep(about(concern).put("saw", "The dishes.")).expect(200);
    assertThat(drafts(pair.first()).path(0).properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("concern", "saw", "keptAt");
    pair.first().command(null, "concern.discard", about(concern)).expect(200);
    assertThat(drafts(pair.first())).isEmpty();
    pair.first().command(null, "concern.discard", about(concern)).expect(404);
    assertThat(everything(pair.second())).isEqualTo(before);
  }

  /// What was thought first and left out of the card stays with its author.
  @Test
  void onlyTheFinishedCardReachesThePartner() {
    var concern = id().toString();
    keep(least(concern).put("meaning", "You do not care.")).expect(200);
    alex("concern.raise", least(concern), 200);
    assertThat(everything(pair.second())).doesNotContain("You do not care.");
    assertThat(everything(pair.first())).contains("You do not care.");
    pair.first().command(null, "concern.discard", about(concern)).expect(200);
    assertThat(one(concern).has("meaning")).isFalse();
  }

  @Test
  void twentyDraftsAreTheMost() {
    var first = id().toString();
    keep(least(first)).expect(200);
    for (int i = 1; i < 20; i++) keep(about(id().toString())).expect(200);
    keep(about(id().toString())).expect(409);
    keep(full(first)).expect(200);
  }

  @Test
  void concernsAreNoFlood() {
    for (int i = 0; i < 5; i++) alex("concern.raise", least(id().toString()), 200);
    assertThat(alex("concern.raise", least(id().toString()), 429).path("after").asLong())
        .isPositive();
    sam("concern.raise", least(id().toString()), 200);
  }

  @Test
  void leavingClosesWhatIsOpenAndLeavesDrafts() {
    var concern = id().toString();
    alex("concern.raise", least(concern), 200);
    var until = Instant.now().plusSeconds(3600).toString();
    sam("concern.needTime", about(concern).put("until", until), 200);
    keep(full(id().toString())).expect(200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(
            home.database()
                .strings("select closed_at from concern where id = ?::uuid", concern)
                .getFirst())
        .isNotNull();
    assertThat(pair.first().get("/api/v1/concerns/" + concern).status()).isEqualTo(404);
    assertThat(list(pair.first())).isEmpty();
    assertThat(snapshot(pair.first()).path("concerns")).isEmpty();
    assertThat(drafts(pair.first())).hasSize(1);
  }

  @Test
  void draftsGoWithTheirAuthor() {
    keep(full(id().toString())).expect(200);
    var alex = me(pair.first());
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(
            home.database().strings("select id from concern_draft where stream_id = ?::uuid", alex))
        .isEmpty();
  }

  @Test
  void theListIsReadPageByPage() {
    var raised = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var concern = id().toString();
      alex("concern.raise", least(concern), 200);
      raised.addFirst(concern);
    }
    var read = new ArrayList<String>();
    var page = pair.second().get("/api/v1/concerns?limit=2").expect(200).body();
    while (true) {
      page.path("items").forEach(item -> read.add(item.path("concern").asText()));
      if (page.path("next").isNull()) break;
      var next = "/api/v1/concerns?limit=2&before=" + page.path("next").asText();
      page = pair.second().get(next).expect(200).body();
    }
    assertThat(read).isEqualTo(raised);
  }

  private static ObjectNode about(String concern) {
    return data().put("concern", concern);
  }

  private static ObjectNode said(String concern, String words) {
    return about(concern).put("words", words);
  }

  private static ObjectNode least(String concern) {
    return about(concern)
        .put("saw", "The dishes stood there.")
        .put("felt", "Tired.")
        .put("need", "To share the work.");
  }

  private static ObjectNode full(String concern) {
    return least(concern)
        .put("meaning", "I told myself that my evenings count less.")
        .put("request", "Would you do the dishes on weekdays?");
  }

  private Api.Answer keep(ObjectNode draft) {
    return pair.first().command(null, "concern.keep", draft);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String concern) {
    var view = pair.first().get("/api/v1/concerns/" + concern).expect(200).body();
    assertThat(pair.second().get("/api/v1/concerns/" + concern).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode list(Api person) {
    return person.get("/api/v1/concerns").expect(200).body().path("items");
  }

  private static JsonNode drafts(Api person) {
    return person.get("/api/v1/concern-drafts").expect(200).body().path("items");
  }

  private static String everything(Api person) {
    var snapshot = (ObjectNode) snapshot(person);
    return snapshot.without("now")
        + person.get("/api/v1/concerns").expect(200).raw().body()
        + person.get("/api/v1/concern-drafts").expect(200).raw().body();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'concern.%' order by kind",
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
