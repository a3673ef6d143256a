package app.haven.question;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Questions over the real server: blind until both are ready, and a turn that nobody holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionIT {
  private final Home home = new Home("questions", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothAnswerBlindAndReadTheSameAtOnce() {
    var question = drawn(pair.first());
    keep(pair.first(), question, "The lake in the morning.");
    keep(pair.second(), question, "Our first winter.");
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      ready(pair.first(), question);
      ready(pair.second(), question);
      var revealed = alex.event("question.revealed");
      assertThat(revealed.path("by").isNull()).isTrue();
      assertThat(sam.event("question.revealed").path("data")).isEqualTo(revealed.path("data"));
      assertThat(alex.event("question.cleared").path("stream").asText()).isEqualTo("mine");
      sam.event("question.cleared");
    }
    var view = one(question);
    assertThat(view.path("state").asText()).isEqualTo("revealed");
    assertThat(words(view, pair.first())).isEqualTo("The lake in the morning.");
    assertThat(words(view, pair.second())).isEqualTo("Our first winter.");
    for (var person : List.of(pair.first(), pair.second())) {
      var snapshot = snapshot(person);
      assertThat(snapshot.path("questions")).containsExactly(view);
      assertThat(snapshot.path("questionDrafts")).isEmpty();
      assertThat(snapshot.at("/questionTurn/whose").asText()).isEqualTo(me(pair.second()));
    }
    keep(pair.first(), question, "Something else.", 409);
  }

  /// Byte for byte: what the partner reads is the same with an answer and without it, and what they
  /// are answered is the same, too.
  @Test
  void nobodyCanTellThatAnAnswerIsKeptOrReady() {
    var question = drawn(pair.first());
    keep(pair.second(), question, "Mine.");
    var before = everything(pair.second());
    var answered = ready(pair.second(), question);
    notReady(pair.second(), question);
    keep(pair.first(), question, "A secret.");
    ready(pair.first(), question);
    var after = everything(pair.second());
    assertThat(after.replaceAll("\"seq\":[0-9]+", ""))
        .isEqualTo(before.replaceAll("\"seq\":[0-9]+", ""));
    assertThat(after).doesNotContain("A secret.");
    notReady(pair.first(), question);
    var answeredThen = ready(pair.second(), question);
    assertThat(answeredThen.path("positions").path("ours"))
        .isEqualTo(answered.path("positions").path("ours"));
    assertThat(everything(pair.first())).contains("A secret.").doesNotContain("Mine.");
  }

  @Test
  void whatIsWrongIsNamedAndNothingHappens() {
    var refused =
        alex("question.draw", data().put("question", id().toString()).put("depth", "far"), 422);
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("depth");
    var own = data().put("own", id().toString()).put("depth", "light").put("words", " ");
    assertThat(alex("question.add", own, 422).path("errors").path(0).path("field").asText())
        .isEqualTo("words");
    assertThat(list(pair.second(), "questions")).isEmpty();
    assertThat(list(pair.second(), "own-questions")).isEmpty();
  }

  @Test
  void oneIsOpenAndTheTurnGoesBackAndForth() {
    var question = drawn(pair.first());
    var refused = sam("question.draw", draw(), 409);
    assertThat(refused.path("stands").path("question").asText()).isEqualTo(question);
    sam("question.skip", about(question), 200);
    assertThat(alex("question.draw", draw(), 403).path("code").asText()).isEqualTo("not-yours");
    alex("question.pass", data(), 403);
    sam("question.pass", data(), 200);
    sam("question.draw", draw(), 403);
    var next = drawn(pair.first());
    alex("question.skip", about(next), 200);
    alex("question.skip", about(next), 200);
    change(
        "update question_turn set since = since - interval '24 hours' where stream_id = ?::uuid",
        pair.couple());
    drawn(pair.first());
  }

  @Test
  void aSkippedOneLeavesNothingAndTheNextOneIsThere() {
    var question = drawn(pair.first());
    keep(pair.first(), question, "Half a sentence.");
    var next = id().toString();
    try (var alex = Device.following(pair.first())) {
      sam("question.skip", about(question).put("next", next), 200);
      alex.event("question.cleared");
    }
    assertThat(pair.first().get("/api/v1/questions/" + question).status()).isEqualTo(404);
    assertThat(list(pair.first(), "question-drafts")).isEmpty();
    var view = one(next);
    assertThat(view.path("state").asText()).isEqualTo("open");
    assertThat(view.path("drawer").asText()).as("the turn is the same").isEqualTo(me(pair.first()));
    assertThat(list(pair.second(), "questions")).containsExactly(view);
    keep(pair.first(), question, "Too late.", 409);
  }

  @Test
  void noneComesTwiceBeforeTheDeckIsUsedUp() {
    alex("question.add", own(id().toString(), "What shall we cook?"), 200);
    var question = id().toString();
    alex("question.draw", about(question).put("depth", "close"), 200);
    var seen = new HashSet<String>();
    int all = Deck.names(Depth.CLOSE).size() + 1;
    for (int i = 0; i < all; i++) {
      var view = one(question);
      assertThat(seen.add(view.path("deck").asText() + view.path("own").asText())).isTrue();
      var next = id().toString();
      var by = i % 2 == 0 ? pair.first() : pair.second();
      makeRoom();
      by.command(pair.couple(), "question.skip", about(question).put("next", next)).expect(200);
      question = next;
    }
    assertThat(seen).hasSize(all);
    var view = one(question);
    assertThat(seen).contains(view.path("deck").asText() + view.path("own").asText());
  }

  /// As if an hour had passed: twenty in an hour are the most.
  private void makeRoom() {
    change(
        "update question set drawn_at = drawn_at - interval '1 hour' where stream_id = ?::uuid",
        pair.couple());
  }

  @Test
  void ownQuestionsAreInTheDeckUntilTheirAuthorTakesThemOut() {
    var own = id().toString();
    alex("question.add", own(own, "What shall we cook?"), 200);
    assertThat(list(pair.second(), "own-questions").path(0).path("words").asText())
        .isEqualTo("What shall we cook?");
    sam("question.remove", data().put("own", own), 403);
    alex("question.remove", data().put("own", own), 200);
    alex("question.remove", data().put("own", own), 200);
    assertThat(list(pair.second(), "own-questions")).isEmpty();
    assertThat(snapshot(pair.second()).path("ownQuestions")).isEmpty();
    assertThat(everything(pair.second())).doesNotContain("What shall we cook?");
  }

  @Test
  void eachTakesBackTheirOwnAnswerAndTheOthersStays() {
    var question = revealed();
    sam("question.thank", about(question).put("words", "I did not know."), 200);
    sam("question.thank", about(question), 200);
    sam("question.erase", about(question), 200);
    sam("question.erase", about(question), 200);
    var view = one(question);
    assertThat(words(view, pair.first())).isEqualTo("The lake.");
    assertThat(words(view, pair.second())).isEqualTo("null");
    assertThat(view.at("/thanked/0").has("words")).isTrue();
    assertThat(view.at("/thanked/0/words").isNull()).isTrue();
    assertThat(view.at("/thanked/1").has("words")).as("one tap").isFalse();
    sam("question.thank", about(question), 200);
    assertThat(sam("question.thank", about(question), 409).path("code").asText())
        .isEqualTo("conflict");
  }

  @Test
  void theSameCommandTwiceDrawsOnce() {
    var command = Api.command(id(), pair.couple(), "question.draw", draw());
    pair.first().post("/api/v1/commands", command).expect(200);
    var again = pair.first().post("/api/v1/commands", command).expect(200).body();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(list(pair.second(), "questions")).hasSize(1);
  }

  @Test
  void leavingEndsWhatIsOpenAndKeepsWhatIsTheirs() {
    var question = drawn(pair.first());
    keep(pair.first(), question, "Mine alone.");
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(pair.first().get("/api/v1/questions/" + question).status()).isEqualTo(404);
    assertThat(snapshot(pair.first()).path("questionTurn").isNull()).isTrue();
    assertThat(list(pair.first(), "question-drafts")).hasSize(1);
    pair.first().command(null, "question.discard", about(question)).expect(200);
    assertThat(list(pair.first(), "question-drafts")).isEmpty();
  }

  private String revealed() {
    var question = drawn(pair.first());
    keep(pair.first(), question, "The lake.");
    keep(pair.second(), question, "The winter.");
    ready(pair.second(), question);
    ready(pair.first(), question);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> pair.first().get("/api/v1/questions/" + question).body().has("answers"));
    return question;
  }

  private String drawn(Api person) {
    var draw = draw();
    person.command(pair.couple(), "question.draw", draw).expect(200);
    return draw.path("question").asText();
  }

  private static ObjectNode draw() {
    return about(id().toString()).put("depth", "light");
  }

  private static ObjectNode own(String own, String words) {
    return data().put("own", own).put("depth", "close").put("words", words);
  }

  private static ObjectNode about(String question) {
    return data().put("question", question);
  }

  private void keep(Api person, String question, String words) {
    keep(person, question, words, 200);
  }

  private void keep(Api person, String question, String words, int status) {
    var data = about(question).put("couple", pair.couple()).put("words", words);
    person.command(null, "question.keep", data).expect(status);
  }

  private JsonNode ready(Api person, String question) {
    var data = about(question).put("couple", pair.couple());
    return person.command(null, "question.ready", data).expect(200).body();
  }

  private void notReady(Api person, String question) {
    var data = about(question).put("couple", pair.couple());
    person.command(null, "question.notReady", data).expect(200);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  private static String words(JsonNode view, Api person) {
    var by = me(person);
    return view.path("answers")
        .valueStream()
        .filter(answer -> answer.path("by").asText().equals(by))
        .map(answer -> answer.path("words").asText())
        .findFirst()
        .orElseThrow();
  }

  /// The same for both.
  private JsonNode one(String question) {
    var view = pair.first().get("/api/v1/questions/" + question).expect(200).body();
    assertThat(pair.second().get("/api/v1/questions/" + question).expect(200).body())
        .isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode list(Api person, String path) {
    return person.get("/api/v1/" + path).expect(200).body().path("items");
  }

  private static String everything(Api person) {
    var all = new ArrayList<String>();
    all.add(((ObjectNode) snapshot(person)).without("now").toString());
    for (var path : List.of("questions", "own-questions", "question-drafts")) {
      all.add(person.get("/api/v1/" + path).expect(200).raw().body());
    }
    return String.join("\n", all);
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private void change(String sql, String value) {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      assertThat(statement.executeUpdate()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
