package app.haven.plan;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Ideas, plans and surprises over the real jar and a real PostgreSQL. Alex plans.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanIT {
  private final Home home = new Home("plans", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void anIdeaBecomesAPlanThatBothRead() {
    var idea = id().toString();
    var words = data().put("idea", idea).put("words", "A picnic by the lake.");
    ours(pair.first(), "idea.add", words, 200);
    ours(pair.first(), "idea.add", words, 409);
    var plan = id().toString();
    var wish = data().put("plan", plan).put("words", "A picnic on Saturday.").put("lead", true);
    wish.putObject("from").put("kind", "idea").put("id", idea);
    ours(pair.second(), "plan.make", wish, 200);
    ours(pair.first(), "plan.answer", of(plan).put("answer", "kind_thought"), 200);
    var read = one(pair.first(), "plans");
    assertThat(read).isEqualTo(one(pair.second(), "plans"));
    assertThat(read.path("leader").asText()).isEqualTo(me(pair.second()));
    assertThat(read.path("answer").asText()).isEqualTo("kind_thought");
    assertThat(read.path("from").path("id").asText()).isEqualTo(idea);
    for (var list : new String[] {"plans", "ideas"}) {
      assertThat(snapshot(pair.second()).path(list))
          .isEqualTo(items(pair.first(), list))
          .hasSize(1);
    }
    ours(pair.second(), "idea.takeBack", data().put("idea", idea), 403);
    ours(pair.first(), "idea.takeBack", data().put("idea", idea), 200);
    assertThat(items(pair.second(), "ideas")).isEmpty();
    ours(pair.first(), "plan.letGo", of(plan), 200);
    assertThat(snapshot(pair.second()).path("plans")).isEmpty();
    assertThat(one(pair.second(), "plans").has("letGoAt")).isTrue();
  }

  @Test
  void whatDoesNotFitIsSaidAtItsFieldAndChangesNothing() {
    var plan = id().toString();
    var wish = of(plan).put("words", " ").put("at", "tomorrow");
    var problem = pair.first().command(pair.couple(), "plan.make", wish).expect(422).body();
    assertThat(problem.path("errors").findValuesAsText("field")).contains("words", "at");
    var from = of(plan).put("words", "A walk.");
    from.putObject("from").put("kind", "idea").put("id", id().toString());
    ours(pair.first(), "plan.make", from, 404);
    var late = hidden(plan, "Late.", null).put("at", in(1)).put("revealAt", in(2));
    problem = pair.first().command(null, "plan.hide", late).expect(422).body();
    assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("revealAt");
    assertThat(items(pair.first(), "plans")).isEmpty();
  }

  /// Whatever the partner reads is the same byte for byte, with the surprise and without it.
  @Test
  void aSurpriseIsNowhereForThePartnerUntilItOpens() throws SQLException {
    var before = everything(pair.second());
    var opening = id().toString();
    var thrown = id().toString();
    try (var sam = Device.following(pair.second())) {
      alone(pair.first(), "plan.hide", hidden(opening, "A table by the window.", null), 200);
      alone(pair.first(), "plan.hide", hidden(thrown, "Not this.", in(1)), 200);
      alone(pair.first(), "plan.discard", of(thrown), 200);
      for (var kind : new String[] {"plan.reveal", "plan.letGo"}) {
        ours(pair.second(), kind, of(opening), 404);
      }
      ours(pair.second(), "plan.answer", of(opening).put("answer", "gladly"), 404);
      alone(pair.second(), "plan.discard", of(opening), 404);
      assertThat(everything(pair.second())).isEqualTo(before);
      assertThat(snapshot(pair.first()).path("hiddenPlans").path(0).path("words").asText())
          .isEqualTo("A table by the window.");
      var reveal = Api.command(id(), pair.couple(), "plan.reveal", of(opening));
      assertThat(pair.first().post("/api/v1/commands", reveal).expect(200).body().path("repeated"))
          .hasToString("false");
      assertThat(pair.first().post("/api/v1/commands", reveal).expect(200).body().path("repeated"))
          .hasToString("true");
      var made = sam.event("plan.made");
      assertThat(made.path("data").path("surprise").asBoolean()).isTrue();
      assertThat(made.path("data").path("words").asText()).isEqualTo("A table by the window.");
      assertThat(sam.all().stream().map(JsonNode::toString).filter(f -> f.contains(thrown)))
          .isEmpty();
    }
    assertThat(items(pair.second(), "plans")).hasSize(1);
    assertThat(count("select count(*) from hidden_plan where id = ?::uuid", opening)).isZero();
  }

  @Test
  void aSurpriseOpensByItselfOnceAlsoAfterARestart() throws SQLException {
    var plan = id().toString();
    alone(pair.first(), "plan.hide", hidden(plan, "Look outside.", in(1)), 200);
    home.node().kill();
    comes(plan);
    home.node().restart();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      var places = (ObjectNode) snapshot(pair.second()).path("streams").deepCopy();
      ((ObjectNode) places.path("ours")).put("seq", 0);
      sam.hello(places);
      var made = sam.event("plan.made");
      assertThat(made.path("by").asText()).isEqualTo(me(pair.first()));
      var own = (ObjectNode) snapshot(pair.first()).path("streams").deepCopy();
      ((ObjectNode) own.path("mine")).put("seq", 0);
      alex.hello(own);
      assertThat(alex.event("plan.passedOn").path("stream").asText()).isEqualTo("mine");
      assertThat(sam.all()).noneMatch(f -> f.path("kind").asText().equals("plan.passedOn"));
    }
    assertThat(items(pair.second(), "plans")).hasSize(1);
    assertThat(snapshot(pair.first()).path("hiddenPlans")).isEmpty();
  }

  @Test
  void whatWaitsForAClosedSpaceOpensForNobody() throws SQLException {
    var plan = id().toString();
    alone(pair.first(), "plan.hide", hidden(plan, "Too far.", in(1)), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(snapshot(pair.first()).path("hiddenPlans")).isEmpty();
    assertThat(count("select count(*) from due where thing = ?::uuid", plan)).isZero();
    alone(pair.first(), "plan.hide", hidden(id().toString(), "Hello.", null), 409);
  }

  @Test
  void whatWaitsGoesWithItsAuthor() throws SQLException {
    var plan = id().toString();
    alone(pair.first(), "plan.hide", hidden(plan, "Hello.", in(1)), 200);
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(count("select count(*) from due where thing = ?::uuid", plan)).isZero();
    assertThat(count("select count(*) from hidden_plan where id = ?::uuid", plan)).isZero();
  }

  private static ObjectNode of(String plan) {
    return data().put("plan", plan);
  }

  private ObjectNode hidden(String plan, String words, @Nullable String at) {
    var wish = of(plan).put("couple", pair.couple()).put("words", words);
    return at == null ? wish : wish.put("revealAt", at);
  }

  private static String in(int hours) {
    return Instant.now().plus(Duration.ofHours(hours)).toString();
  }

  private void ours(Api who, String kind, ObjectNode data, int status) {
    who.command(pair.couple(), kind, data).expect(status);
  }

  private static void alone(Api who, String kind, ObjectNode data, int status) {
    who.command(null, kind, data).expect(status);
  }

  private static JsonNode items(Api person, String list) {
    return person.get("/api/v1/" + list).expect(200).body().path("items");
  }

  private static JsonNode one(Api person, String list) {
    return items(person, list).path(0);
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static String everything(Api person) {
    return ((ObjectNode) snapshot(person)).without("now").toString()
        + items(person, "plans")
        + items(person, "ideas");
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private int count(String sql, String plan) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, plan);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /// The moment of a surprise comes now.
  private void comes(String plan) throws SQLException {
    var now = " = date_trunc('milliseconds', now()) where ";
    change("update hidden_plan set reveal_at" + now + "id = ?::uuid", plan);
    change("update due set at" + now + "kind = 'plan.made' and thing = ?::uuid", plan);
  }

  private void change(String sql, String plan) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, plan);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
