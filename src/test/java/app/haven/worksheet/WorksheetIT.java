package app.haven.worksheet;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One issue, two views and what is best for both, over the real jar and a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorksheetIT {
  private final Home home = new Home("worksheets", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();
  private String worksheet = "";

  @BeforeEach
  void twoPeopleAndAnIssue() {
    pair = home.pair();
    worksheet = id().toString();
    shared(pair.first(), "open", about().put("issue", "Our mornings."), 200);
  }

  @AfterAll
  void stop() {
    home.close();
  }

  @Test
  void bothViewsAndTheirLayersAreShownInOneEvent() {
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      reveal();
      var shown = alex.event("worksheet.revealed");
      assertThat(sam.event("worksheet.revealed")).isEqualTo(shown);
    }
    var view = one();
    assertThat(view.path("state").asText()).isEqualTo("revealed");
    assertThat(view.path("issue").asText()).isEqualTo("Our mornings.");
    assertThat(answer(view, pair.first()).path("view").asText()).isEqualTo("I need quiet.");
    assertThat(answer(view, pair.first()).path("layers").valueStream().map(JsonNode::asText))
        .containsExactly("outside_pressure", "need");
    assertThat(answer(view, pair.second()).has("view")).isFalse();
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("worksheets")).containsExactly(view);
    }
  }

  @Test
  void layersAreOnesThatAreKnownEachOnce() {
    for (var wrong : List.of("weather", "need")) {
      var data = mine();
      data.putArray("layers").add("need").add(wrong);
      var refused = pair.first().command(null, "worksheet.keep", data).expect(422);
      assertThat(refused.body().path("errors").path(0).path("field").asText()).isEqualTo("layers");
    }
    assertThat(drafts(pair.first())).isEmpty();
    pair.first().command(null, "worksheet.keep", mine()).expect(200);
    pair.first().command(null, "worksheet.ready", mine()).expect(422);
  }

  @Test
  void nobodyWritesOverWhatTheyHaveNotSeen() {
    shared(pair.first(), "write", best(0, "Tea."), 409);
    reveal();
    shared(pair.first(), "write", best(0, "Tea."), 200);
    var refused = shared(pair.second(), "write", best(0, "Coffee."), 409);
    assertThat(refused.path("stands").path("version").asInt()).isEqualTo(1);
    assertThat(refused.toString()).doesNotContain("Tea.", "Coffee.");
    shared(pair.second(), "write", best(1, "Tea, then coffee."), 200);
    assertThat(one().path("best").valueStream().map(v -> v.path("words").asText()))
        .containsExactly("Tea.", "Tea, then coffee.");
    assertThat(one().at("/best/1/by").asText()).isEqualTo(me(pair.second()));
    shared(pair.second(), "close", about(), 200);
    shared(pair.first(), "close", about(), 200);
    shared(pair.first(), "write", best(2, "More."), 409);
    assertThat(one().path("state").asText()).isEqualTo("closed");
  }

  @Test
  void eachTakesBackTheirOwnWordsAndNoOthers() {
    reveal();
    shared(pair.first(), "write", best(0, "Tea."), 200);
    shared(pair.second(), "write", best(1, "Coffee."), 200);
    shared(pair.first(), "erase", about(), 200);
    var view = one();
    assertThat(view.path("issue").isNull()).isTrue();
    assertThat(view.path("erased").asBoolean()).isTrue();
    assertThat(answer(view, pair.first()).has("layers")).isFalse();
    assertThat(answer(view, pair.first()).path("view").isNull()).isTrue();
    assertThat(answer(view, pair.second()).path("layers").path(0).asText()).isEqualTo("emotion");
    assertThat(view.at("/best/0/words").isNull()).isTrue();
    assertThat(view.at("/best/1/words").asText()).isEqualTo("Coffee.");
    var after = snapshot(pair.second()).at("/streams/ours");
    shared(pair.first(), "erase", about(), 200);
    assertThat(snapshot(pair.second()).at("/streams/ours")).isEqualTo(after);
  }

  /// What either kept is put away, and nobody can tell from it whether there was anything.
  @Test
  void whoeverOpenedItMayCloseItBeforeTheReveal() {
    keep(pair.second());
    pair.second().command(null, "worksheet.ready", mine()).expect(200);
    assertThat(shared(pair.second(), "close", about(), 403).path("code").asText())
        .isEqualTo("not-yours");
    shared(pair.first(), "close", about(), 200);
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> drafts(pair.second()).isEmpty());
    keepAnswer(pair.second()).expect(409);
    assertThat(one().has("answers")).isFalse();
  }

  private void reveal() {
    keepAnswer(pair.first()).expect(200);
    keep(pair.second());
    pair.first().command(null, "worksheet.ready", mine()).expect(200);
    pair.second().command(null, "worksheet.ready", mine()).expect(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> view(pair.first()).path("state").asText().equals("revealed"));
  }

  private Api.Answer keepAnswer(Api person) {
    var data = mine().put("view", "I need quiet.");
    data.putArray("layers").add("outside_pressure").add("need");
    return person.command(null, "worksheet.keep", data);
  }

  private void keep(Api person) {
    var data = mine();
    data.putArray("layers").add("emotion");
    person.command(null, "worksheet.keep", data).expect(200);
  }

  private ObjectNode about() {
    return data().put("worksheet", worksheet);
  }

  private ObjectNode mine() {
    return about().put("couple", pair.couple());
  }

  private ObjectNode best(int version, String words) {
    return about().put("version", version).put("words", words);
  }

  private JsonNode shared(Api person, String what, ObjectNode data, int status) {
    return person.command(pair.couple(), "worksheet." + what, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one() {
    var view = view(pair.first());
    assertThat(view(pair.second())).isEqualTo(view);
    return view;
  }

  private JsonNode view(Api person) {
    return person.get("/api/v1/worksheets/" + worksheet).expect(200).body();
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

  private static JsonNode drafts(Api person) {
    return person.get("/api/v1/worksheet-drafts").expect(200).body().path("items");
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }
}
