package app.haven.expectation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Answering blind over the real jar and a real PostgreSQL, with what two expect of money.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectationIT {
  private final Home home = new Home("expectations", Map.of("HAVEN_RATE_LIMITS", "off"));
  private Pair pair = home.pair();
  private String expectation = "";

  @BeforeEach
  void twoPeopleAndATopic() {
    pair = home.pair();
    expectation = opened("money");
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private String opened(String topic) {
    var id = id().toString();
    shared(pair.first(), "open", data().put("expectation", id).put("topic", topic), 200);
    return id;
  }

  @Test
  void bothAreShownInOneEventOnceBothAreReady() {
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      keep(pair.first(), "Save a little.").expect(200);
      ready(pair.first()).expect(200);
      keep(pair.second(), "Enjoy a little.").expect(200);
      ready(pair.second()).expect(200);
      var shown = alex.event("expectation.revealed");
      assertThat(sam.event("expectation.revealed")).isEqualTo(shown);
      assertThat(shown.path("by").isNull()).isTrue();
      assertThat(answer(shown.path("data"), pair.first()).path("first").asText())
          .isEqualTo("Save a little.");
      alex.event("expectation.cleared");
      sam.event("expectation.cleared");
    }
    var view = one();
    assertThat(view.path("state").asText()).isEqualTo("revealed");
    assertThat(answer(view, pair.second()).path("first").asText()).isEqualTo("Enjoy a little.");
    assertThat(answer(view, pair.second()).has("second")).as("left open").isFalse();
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("expectations")).containsExactly(view);
      assertThat(snapshot(person).path("expectationDrafts")).isEmpty();
      keep(person, "More.").expect(409);
    }
    assertThat(home.database().strings("select kind from due where kind like 'expectation.%'"))
        .isEmpty();
  }

  /// Each sets the timer in a transaction of its own; whichever commits last is seen with the
  /// other.
  @Test
  void twoWhoAreReadyAtTheSameMomentAreShown() {
    for (var topic : List.of("roles", "contact", "arguments", "time", "future", "vision")) {
      expectation = opened(topic);
      keep(pair.first(), "One.").expect(200);
      keep(pair.second(), "Other.").expect(200);
      var both = new ArrayList<CompletableFuture<Api.Answer>>();
      for (var person : List.of(pair.first(), pair.second())) {
        both.add(CompletableFuture.supplyAsync(() -> ready(person), Thread::startVirtualThread));
      }
      both.forEach(one -> one.join().expect(200));
      isRevealed();
    }
  }

  @Test
  void whatWasTakenBackIsNotShown() {
    keep(pair.first(), "Save.").expect(200);
    ready(pair.first()).expect(200);
    keep(pair.first(), "Save all.").expect(409);
    notReady(pair.first()).expect(200);
    notReady(pair.first()).expect(200);
    keep(pair.first(), "Save half.").expect(200);
    keep(pair.second(), "Enjoy.").expect(200);
    ready(pair.second()).expect(200);
    nothingWaits();
    assertThat(one().path("state").asText()).isEqualTo("open");
    ready(pair.first()).expect(200);
    isRevealed();
    assertThat(answer(one(), pair.first()).path("first").asText()).isEqualTo("Save half.");
  }

  @Test
  void oneIsReadyWithOneLineAndNotWithNone() {
    ready(pair.first()).expect(404);
    pair.first().command(null, "expectation.keep", mine()).expect(200);
    var refused = ready(pair.first()).expect(422);
    assertThat(refused.body().path("errors").path(0).path("field").asText()).isEqualTo("first");
    pair.first().command(null, "expectation.keep", mine().put("third", "This.")).expect(200);
    ready(pair.first()).expect(200);
  }

  @Test
  void aRepeatIsAnsweredOnceAndWordsThatAreTooLongChangeNothing() {
    var command = Api.command(id(), null, "expectation.keep", mine().put("first", "Save."));
    pair.first().post("/api/v1/commands", command).expect(200);
    var again = pair.first().post("/api/v1/commands", command).expect(200);
    assertThat(again.body().path("repeated").asBoolean()).isTrue();
    var wrong = keep(pair.first(), "x".repeat(501)).expect(422);
    assertThat(wrong.body().path("errors").path(0).path("field").asText()).isEqualTo("first");
    assertThat(drafts(pair.first()).path(0).path("first").asText()).isEqualTo("Save.");
    assertThat(drafts(pair.first())).isEqualTo(snapshot(pair.first()).path("expectationDrafts"));
  }

  @Test
  void oneOfATopicIsOpenAtATimeAndItMayBeDoneAnew() {
    var second = data().put("expectation", id().toString()).put("topic", "money");
    assertThat(shared(pair.second(), "open", second, 409).path("stands").path("expectation"))
        .isEqualTo(one().path("expectation"));
    reveal();
    shared(pair.second(), "open", second, 200);
    assertThat(list(pair.first())).hasSize(2);
  }

  @Test
  void eachMarksTheLinesForBothToSee() {
    var talk = about().put("line", "first").put("mark", "talk");
    shared(pair.first(), "mark", talk, 409);
    reveal();
    shared(pair.first(), "mark", talk, 200);
    shared(pair.first(), "mark", talk, 200);
    shared(pair.second(), "mark", about().put("line", "first").put("mark", "same"), 200);
    shared(pair.first(), "mark", about().put("line", "first").put("mark", "differ"), 200);
    var marks = one().path("marks");
    assertThat(marks.path(me(pair.first()))).isEqualTo(data().put("first", "differ"));
    assertThat(marks.path(me(pair.second()))).isEqualTo(data().put("first", "same"));
  }

  /// Each takes back their own; the epoch makes every device read anew.
  @Test
  void takingBackOnesOwnWordsLeavesTheOthers() {
    shared(pair.first(), "erase", about(), 409);
    reveal();
    var epoch = snapshot(pair.second()).at("/streams/ours/epoch");
    shared(pair.first(), "erase", about(), 200);
    assertThat(snapshot(pair.second()).at("/streams/ours/epoch")).isNotEqualTo(epoch);
    var view = one();
    assertThat(answer(view, pair.first()).path("first").isNull()).isTrue();
    assertThat(answer(view, pair.first()).path("erased").asBoolean()).isTrue();
    assertThat(answer(view, pair.second()).path("first").asText()).isEqualTo("Enjoy.");
    assertThat(answer(view, pair.second()).has("erased")).isFalse();
    var after = snapshot(pair.second()).at("/streams/ours");
    shared(pair.first(), "erase", about(), 200);
    assertThat(snapshot(pair.second()).at("/streams/ours")).as("once is enough").isEqualTo(after);
    shared(pair.second(), "erase", about(), 200);
    assertThat(one().path("answers").findValues("erased")).hasSize(2);
  }

  @Test
  void leavingKeepsWhatWasWrittenForItsAuthorAlone() {
    keep(pair.first(), "Save.").expect(200);
    ready(pair.first()).expect(200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(home.database().strings("select kind from due where kind like 'expectation.%'"))
        .isEmpty();
    keep(pair.first(), "More.").expect(409);
    assertThat(pair.first().get("/api/v1/expectations/" + expectation).status()).isEqualTo(404);
    assertThat(drafts(pair.first()).path(0).path("couple").asText()).isEqualTo(pair.couple());
    pair.first().command(null, "expectation.discard", about()).expect(200);
    assertThat(drafts(pair.first())).isEmpty();
  }

  @Test
  void whatIsKeptGoesWithItsAuthor() {
    keep(pair.first(), "Save.").expect(200);
    var alex = me(pair.first());
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(home.database().strings("select thing from blind where stream_id = ?::uuid", alex))
        .isEmpty();
  }

  private void reveal() {
    keep(pair.first(), "Save.").expect(200);
    keep(pair.second(), "Enjoy.").expect(200);
    ready(pair.first()).expect(200);
    ready(pair.second()).expect(200);
    isRevealed();
  }

  private void isRevealed() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> view(pair.first()).path("state").asText().equals("revealed"));
    nothingWaits();
  }

  /// The timers that look have looked.
  private void nothingWaits() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() ->
            home.database()
                .strings("select kind from due where kind like 'expectation.%'")
                .isEmpty());
  }

  private ObjectNode about() {
    return data().put("expectation", expectation);
  }

  private ObjectNode mine() {
    return about().put("couple", pair.couple());
  }

  private Api.Answer keep(Api person, String first) {
    return person.command(null, "expectation.keep", mine().put("first", first));
  }

  private Api.Answer ready(Api person) {
    return person.command(null, "expectation.ready", mine());
  }

  private Api.Answer notReady(Api person) {
    return person.command(null, "expectation.notReady", mine());
  }

  private JsonNode shared(Api person, String what, ObjectNode data, int status) {
    return person.command(pair.couple(), "expectation." + what, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one() {
    var view = view(pair.first());
    assertThat(view(pair.second())).isEqualTo(view);
    return view;
  }

  private JsonNode view(Api person) {
    return person.get("/api/v1/expectations/" + expectation).expect(200).body();
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

  private static JsonNode list(Api person) {
    return person.get("/api/v1/expectations?limit=50").expect(200).body().path("items");
  }

  private static JsonNode drafts(Api person) {
    return person.get("/api/v1/expectation-drafts").expect(200).body().path("items");
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }
}
