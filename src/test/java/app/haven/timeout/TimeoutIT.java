package app.haven.timeout;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows, words and reads of a time-out over the real jar and a real PostgreSQL.
class TimeoutIT extends TwoPeople {
  TimeoutIT() {
    super("timeouts");
  }

  @Test
  void bothReadTheSameFromTheCallToTheReturn() {
    var timeout = id().toString();
    alex("timeout.call", of(timeout).put("minutes", 30).put("feeling", "flooded"));
    sam("timeout.acknowledge", of(timeout).put("words", "I hear you."));
    alex("timeout.checkIn", of(timeout).put("words", "Walking."));
    sam("timeout.note", of(timeout).put("words", "The school called."));
    sam("timeout.note", of(timeout).put("words", "All is well."));
    alex("timeout.extend", of(timeout).put("minutes", 45));

    var open = snapshot(pair.second()).path("timeouts").path(0);
    assertThat(open).isEqualTo(snapshot(pair.first()).path("timeouts").path(0));
    assertThat(open.path("reassurance").asText())
        .isEqualTo("I need a short break. It isn't about you. I'm coming back.");
    assertThat(open.path("feeling").asText()).isEqualTo("flooded");
    assertThat(open.has("topic")).isFalse();
    assertThat(open.path("acknowledgement").asText()).isEqualTo("I hear you.");
    assertThat(open.path("checkIn").asText()).isEqualTo("Walking.");
    assertThat(open.path("withNotice").asBoolean()).isTrue();
    assertThat(open.has("extension")).isFalse();
    assertThat(open.path("notes").findValuesAsText("words"))
        .containsExactly("The school called.", "All is well.");

    alex("timeout.return", of(timeout).put("talkAt", "2026-11-21T18:00:00Z"), 422);
    var talkAt = Instant.now().plusSeconds(3600).toString();
    alex("timeout.return", of(timeout).put("talkAt", talkAt).put("words", "I am back."));
    var snapshot = snapshot(pair.second());
    assertThat(snapshot.path("timeouts")).isEmpty();
    var ended = snapshot.path("talks").path(0);
    assertThat(ended).isEqualTo(one(pair.first(), timeout));
    assertThat(ended.path("ending").asText()).isEqualTo("returned");
    assertThat(ended.path("when").asText()).isEqualTo("early");
    assertThat(ended.path("endingWords").asText()).isEqualTo("I am back.");
    assertThat(ended.has("talkAt")).isTrue();
    assertThat(timers()).containsExactly("timeout.talkSoon", "timeout.talkSoon");
  }

  @Test
  void sayingTheSameOnceMoreIsFineAndOtherWordsAreNotLostSilently() {
    var timeout = id().toString();
    alex("timeout.call", of(timeout).put("minutes", 30));
    sam("timeout.acknowledge", of(timeout).put("words", "I hear you."));
    var head = head();
    var again = sam("timeout.acknowledge", of(timeout).put("words", "I hear you."));
    assertThat(again.path("positions").path("ours").path("seq").asLong()).isEqualTo(head);
    sam("timeout.acknowledge", of(timeout));
    sam("timeout.acknowledge", of(timeout).put("words", "Something else."), 409);
    alex("timeout.return", of(timeout));
    alex("timeout.return", of(timeout));
    var refused = alex("timeout.return", of(timeout).put("words", "More."), 409);
    assertThat(refused.path("stands").path("ending").asText()).isEqualTo("returned");
    assertThat(head()).isEqualTo(head + 1);
  }

  @Test
  void eachHasOneOpenTimeOutAndBothMayHaveOne() {
    var timeout = id().toString();
    alex("timeout.call", of(timeout).put("minutes", 30));
    sam("timeout.call", of(id().toString()).put("minutes", 30));
    assertThat(snapshot(pair.first()).path("timeouts")).hasSize(2);
    var refused = alex("timeout.call", of(id().toString()).put("minutes", 30), 409);
    assertThat(refused.path("stands").path("timeout").asText()).isEqualTo(timeout);
    alex("timeout.letGo", of(timeout));
    alex("timeout.call", of(timeout).put("minutes", 30), 409);
    alex("timeout.call", of(id().toString()).put("minutes", 30));
  }

  @Test
  void theServerKeepsThePromise() throws SQLException {
    var timeout = id().toString();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      alex("timeout.call", of(timeout).put("minutes", 30));
      assertThat(timers())
          .containsExactly(
              "timeout.due", "timeout.endingSoon", "timeout.lapsed", "timeout.overdue");
      comes("timeout.endingSoon");
      assertThat(alex.event("timeout.endingSoon").path("stream").asText()).isEqualTo("mine");
      comes("timeout.due");
      assertThat(alex.event("timeout.due").path("by").isNull()).isTrue();
      comes("timeout.overdue");
      assertThat(sam.event("timeout.overdue").path("data"))
          .isEqualTo(alex.event("timeout.overdue").path("data"));
      assertThat(one(pair.second(), timeout).has("overdueAt")).isTrue();
      comes("timeout.lapsed");
      sam.event("timeout.lapsed");
      assertThat(sam.all())
          .noneMatch(frame -> frame.path("stream").asText().equals("mine") && frame.has("kind"));
    }
    assertThat(timers()).isEmpty();
    assertThat(one(pair.second(), timeout).path("ending").asText()).isEqualTo("lapsed");
    alex("timeout.return", of(timeout), 422);
  }

  @Test
  void theHistoryIsReadPageByPage() {
    var called = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var timeout = id().toString();
      alex("timeout.call", of(timeout).put("minutes", 30));
      alex("timeout.letGo", of(timeout));
      called.addFirst(timeout);
    }
    var read = new ArrayList<String>();
    var page = page("/api/v1/timeouts?limit=2");
    for (; !page.path("next").isNull(); ) {
      read.addAll(ids(page, "timeout"));
      page = page("/api/v1/timeouts?limit=2&before=" + page.path("next").asText());
    }
    read.addAll(ids(page, "timeout"));
    assertThat(read).isEqualTo(called);
    for (var wrong : List.of("limit=0", "limit=101", "limit=x", "before=x", "before=MA")) {
      var answer = pair.first().get("/api/v1/timeouts?" + wrong).expect(422);
      assertThat(answer.code()).isEqualTo("invalid");
    }
  }

  @Test
  void aTimeOutOfOthersLooksLikeNone() {
    var timeout = id().toString();
    alex("timeout.call", of(timeout).put("minutes", 30));
    var stranger = home.person("stranger");
    for (var path :
        List.of("/api/v1/timeouts/" + timeout, "/api/v1/timeouts/" + id(), "/api/v1/timeouts/x")) {
      assertThat(stranger.get(path).expect(404).code()).isEqualTo("not-found");
    }
    assertThat(stranger.get("/api/v1/timeouts").expect(200).body().path("items")).isEmpty();
    var others = home.pair();
    assertThat(others.first().get("/api/v1/timeouts/" + timeout).expect(404).code())
        .isEqualTo("not-found");
    others.first().command(others.couple(), "timeout.checkIn", of(timeout)).expect(404);
    var keep = data().put("draft", id().toString()).put("timeout", timeout).put("words", "Hello.");
    others.first().command(null, "draft.keep", keep).expect(404);
  }

  @Test
  void signalsAreShownToBothAndAreNoFlood() {
    for (int i = 0; i < 5; i++) sam("signal.send", data().put("signal", "slower"));
    assertThat(sam("signal.send", data().put("signal", "slower"), 429).path("after").asLong())
        .isPositive();
    alex("signal.send", data().put("signal", "hard_but_here"));
    var signals = snapshot(pair.first()).path("signals");
    assertThat(signals).hasSize(6).isEqualTo(snapshot(pair.second()).path("signals"));
    assertThat(signals.path(0).path("signal").asText()).isEqualTo("hard_but_here");
  }

  @Test
  void leavingEndsWhatIsOpenAndItsTimers() throws SQLException {
    var timeout = id().toString();
    alex("timeout.call", of(timeout).put("minutes", 30));
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.first().get("/api/v1/timeouts/" + timeout).status()).isEqualTo(404);
    assertThat(snapshot(pair.first()).path("timeouts")).isEmpty();
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement("select ending from timeout where id = ?::uuid")) {
      statement.setString(1, timeout);
      var row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("closed");
    }
  }

  private static ObjectNode of(String timeout) {
    return data().put("timeout", timeout);
  }

  private JsonNode alex(String kind, ObjectNode data) {
    return alex(kind, data, 200);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data) {
    return sam(kind, data, 200);
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  private long head() {
    return snapshot(pair.first()).path("streams").path("ours").path("seq").asLong();
  }

  private static JsonNode one(Api person, String timeout) {
    return person.get("/api/v1/timeouts/" + timeout).expect(200).body();
  }

  private JsonNode page(String path) {
    return pair.second().get(path).expect(200).body();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return query("select kind from due where " + OF_THESE_TWO + " order by kind");
  }

  /// The moment of a timer comes now.
  private void comes(String kind) throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now()) where kind = ? and "
                    + OF_THESE_TWO)) {
      statement.setString(1, kind);
      statement.setString(2, pair.couple());
      statement.setString(3, me(pair.first()));
      statement.setString(4, me(pair.second()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static final String OF_THESE_TWO = "stream_id in (?::uuid, ?::uuid, ?::uuid)";

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private List<String> query(String sql) {
    var kinds = new ArrayList<String>();
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, pair.couple());
      statement.setString(2, me(pair.first()));
      statement.setString(3, me(pair.second()));
      var rows = statement.executeQuery();
      while (rows.next()) kinds.add(rows.getString(1));
      return kinds;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
