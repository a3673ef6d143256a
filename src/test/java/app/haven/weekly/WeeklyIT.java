package app.haven.weekly;

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
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A weekly check-in from the first proposal to the archive, over the real jar and a real
/// PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeeklyIT {
  private final Home home = new Home("weeklies", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void aDayNeedsTwoYesesAndOneNoEndsIt() {
    var proposal = Sitting.inThreeHours();
    var named = data().put("rhythm", proposal.path("rhythm").asText());
    ours(pair.first(), "rhythm.propose", proposal, 200);
    assertThat(ours(pair.first(), "rhythm.agree", named, 403).path("code").asText())
        .isEqualTo("not-yours");
    assertThat(Sitting.weeklies(pair.second())).isEmpty();
    assertThat(rhythms().path(0).path("agreed").asBoolean()).isFalse();
    ours(pair.second(), "rhythm.agree", named, 200);
    ours(pair.second(), "rhythm.agree", named, 200);
    Awaitility.await()
        .atMost(Sitting.PATIENCE)
        .until(() -> !Sitting.weeklies(pair.first()).isEmpty());
    var open = Sitting.weeklies(pair.first()).path(0);
    assertThat(open.path("state").asText()).isEqualTo("open");
    assertThat(open.path("form").asText()).isEqualTo("short");
    assertThat(Sitting.weeklies(pair.second()).path(0)).isEqualTo(open);
    assertThat(rhythms().path(0).path("agreed").asBoolean()).isTrue();
    ours(pair.first(), "rhythm.stop", named, 200);
    assertThat(rhythms()).isEmpty();
    ours(pair.first(), "rhythm.stop", named, 409);
  }

  @Test
  void whatIsNoDayOrTimeIsNamed() {
    var wrong = Sitting.inThreeHours().put("time", "25:00").put("zone", "Mars/Base").put("form", 1);
    var errors = pair.first().command(pair.couple(), "rhythm.propose", wrong).expect(422).body();
    assertThat(errors.path("errors").valueStream().map(e -> e.path("field").asText()))
        .containsExactlyInAnyOrder("time", "zone", "form");
    assertThat(rhythms()).isEmpty();
  }

  @Test
  void bothAreShownInOneEventAndNeitherBefore() {
    var sitting = Sitting.of(pair);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      sitting.revealed();
      var shown = alex.event("weekly.revealed");
      assertThat(sam.event("weekly.revealed")).isEqualTo(shown);
      assertThat(shown.at("/data/answers")).hasSize(2);
    }
    var view = same(sitting);
    var first = answer(view, pair.first());
    assertThat(first.at("/appreciations/1").asText()).isEqualTo("You waited for me.");
    assertThat(first.at("/needs/0/met").asInt()).isEqualTo(4);
    assertThat(answer(view, pair.second()).path("offer").asText()).isEqualTo("The early shift.");
    assertThat(answer(view, pair.second()).has("wentWell")).isFalse();
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("weeklies")).containsExactly(view);
      Awaitility.await()
          .atMost(Sitting.PATIENCE)
          .until(() -> snapshot(person).path("weeklyDrafts").isEmpty());
    }
  }

  @Test
  void answersThatAreOutOfRangeChangeNothing() {
    var sitting = Sitting.of(pair);
    var data = sitting.mine();
    data.putArray("needs").addObject().put("agreement", id().toString()).put("met", 6);
    var refused = sitting.own(pair.first(), "keep", data).expect(422).body();
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("needs");
    data.putArray("needs").addObject().put("met", "well");
    sitting.own(pair.first(), "keep", data).expect(422);
    sitting.own(pair.first(), "ready", sitting.mine()).expect(404);
    sitting.own(pair.first(), "keep", sitting.mine()).expect(200);
    sitting.own(pair.first(), "ready", sitting.mine()).expect(422);
  }

  @Test
  void theTalkHoldsOnePersonsWordAndLosesNoNote() {
    var sitting = Sitting.of(pair);
    sitting.ours(pair.first(), "speak", sitting.about()).expect(409);
    sitting.revealed();
    sitting.ours(pair.first(), "speak", sitting.about()).expect(200);
    assertThat(code(sitting.ours(pair.second(), "speak", sitting.about()).expect(422)))
        .isEqualTo("too-soon");
    assertThat(code(sitting.ours(pair.second(), "pass", sitting.about()).expect(403)))
        .isEqualTo("not-yours");
    sitting.ours(pair.first(), "pass", sitting.about()).expect(200);
    assertThat(same(sitting).path("speaker").asText()).isEqualTo(me(pair.second()));

    var note = sitting.about().put("note", id().toString()).put("version", 0);
    sitting.ours(pair.first(), "note", note.deepCopy().put("words", "Tea.")).expect(200);
    var late = sitting.ours(pair.second(), "note", note.deepCopy().put("words", "Coffee."));
    assertThat(late.expect(409).body().at("/stands/version").asInt()).isEqualTo(1);
    assertThat(late.body().toString()).doesNotContain("Tea.", "Coffee.");
    note.put("version", 1).put("words", "Tea, then coffee.");
    sitting.ours(pair.second(), "note", note).expect(200);
    var decision = sitting.about().put("decision", id().toString()).put("version", 0);
    sitting.ours(pair.first(), "decide", decision.put("words", "Until March.")).expect(200);
    var view = same(sitting);
    assertThat(view.at("/notes/0/words").asText()).isEqualTo("Tea, then coffee.");
    assertThat(view.at("/notes/0/version").asInt()).isEqualTo(2);
    assertThat(view.at("/decisions/0/words").asText()).isEqualTo("Until March.");

    sitting.ours(pair.second(), "close", sitting.about()).expect(200);
    sitting.ours(pair.first(), "close", sitting.about()).expect(200);
    note.put("version", 2).put("words", "More.");
    sitting.ours(pair.first(), "note", note).expect(409);
    assertThat(same(sitting).path("state").asText()).isEqualTo("closed");
    assertThat(same(sitting).at("/notes/0/words").asText()).isEqualTo("Tea, then coffee.");
  }

  /// What either kept is put away, and nobody can tell from it whether there was anything.
  @Test
  void aWeekIsLeftOutByEitherAndNothingOfItIsShown() {
    var sitting = Sitting.of(pair);
    sitting.own(pair.second(), "keep", sitting.mine().put("hardThing", "Money.")).expect(200);
    sitting.own(pair.second(), "ready", sitting.mine()).expect(200);
    sitting.ours(pair.first(), "skip", sitting.about()).expect(200);
    sitting.ours(pair.second(), "skip", sitting.about()).expect(200);
    var view = same(sitting);
    assertThat(view.path("state").asText()).isEqualTo("skipped");
    assertThat(view.has("answers")).isFalse();
    Awaitility.await()
        .atMost(Sitting.PATIENCE)
        .until(() -> snapshot(pair.second()).path("weeklyDrafts").isEmpty());
    sitting.own(pair.second(), "keep", sitting.mine().put("offer", "Tea.")).expect(409);
  }

  @Test
  void aWeekThatWasLeftOutDoesNotOpenAnewWhenTheSameDayIsAgreedOnAgain() {
    var sitting = Sitting.of(pair);
    sitting.ours(pair.first(), "skip", sitting.about()).expect(200);
    var before = sitting.one(pair.first());
    var day = rhythms().path(0);
    var again = data().put("rhythm", id().toString()).put("form", "hour");
    for (var field : List.of("weekday", "time", "zone")) again.set(field, day.path(field));
    ours(pair.first(), "rhythm.propose", again, 200);
    var named = data().put("rhythm", again.path("rhythm").asText());
    ours(pair.second(), "rhythm.agree", named, 200);
    Awaitility.await().atMost(Sitting.PATIENCE).until(() -> opensNext() > 1);
    assertThat(Sitting.weeklies(pair.first())).containsExactly(before);
  }

  /// In how many days the next one opens.
  private long opensNext() throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "select extract(day from min(at) - now()) from due"
                    + " where stream_id = ?::uuid and kind = 'weekly.opened'")) {
      statement.setString(1, pair.couple());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void eachTakesBackTheirOwnWordsAndNoOthers() {
    var sitting = Sitting.of(pair);
    sitting.revealed();
    var note = sitting.about().put("note", id().toString()).put("version", 0);
    sitting.ours(pair.first(), "note", note.put("words", "Tea.")).expect(200);
    sitting.ours(pair.first(), "close", sitting.about()).expect(200);
    sitting.ours(pair.first(), "erase", sitting.about()).expect(200);
    var view = same(sitting);
    assertThat(answer(view, pair.first()).path("erased").asBoolean()).isTrue();
    assertThat(answer(view, pair.first()).has("appreciations")).isFalse();
    assertThat(view.at("/notes/0/words").isNull()).isTrue();
    assertThat(answer(view, pair.second()).path("offer").asText()).isEqualTo("The early shift.");
    var after = snapshot(pair.second()).at("/streams/ours");
    sitting.ours(pair.first(), "erase", sitting.about()).expect(200);
    assertThat(snapshot(pair.second()).at("/streams/ours")).isEqualTo(after);
  }

  private JsonNode ours(Api person, String kind, ObjectNode data, int status) {
    return person.command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode rhythms() {
    var path = "/api/v1/weekly-rhythms";
    var read = pair.first().get(path).expect(200).body();
    assertThat(pair.second().get(path).expect(200).body()).isEqualTo(read);
    return read;
  }

  /// The same for both.
  private JsonNode same(Sitting sitting) {
    var view = sitting.one(pair.first());
    assertThat(sitting.one(pair.second())).isEqualTo(view);
    return view;
  }

  private static String code(Api.Answer answer) {
    return answer.body().path("code").asText();
  }

  private static JsonNode answer(JsonNode holder, Api person) {
    return holder
        .path("answers")
        .valueStream()
        .filter(one -> one.path("by").asText().equals(me(person)))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }
}
