package app.haven.agreement;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.kernel.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rows, words, timers and reads of agreements over the real jar and a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementIT {
  private final Home home = new Home("agreements", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheProposalToTheEnd() throws Exception {
    var agreement = id().toString();
    alex("agreement.propose", need(agreement), 200);
    assertThat(one(agreement).path("state").asText()).isEqualTo("proposed");
    sam("agreement.counter", version(agreement, 2).put("why", "Calm.").put("iWill", "Rest."), 200);
    var waits = one(agreement);
    assertThat(waits.path("pending").asInt()).isEqualTo(2);
    var hash = waits.at("/versions/1/hash").asText();
    alex("agreement.consent", version(agreement, 2).put("hash", hash), 200);
    var holds = one(agreement);
    assertThat(holds.path("state").asText()).isEqualTo("in_force");
    assertThat(holds.path("holds").asInt()).isEqualTo(2);
    assertThat(holds.at("/versions/0/iWill").asText()).isEqualTo("I cook on Mondays.");
    assertThat(holds.at("/versions/1/author").asText()).isEqualTo(me(pair.second()));
    assertThat(holds.at("/versions/1").has("agreedAt")).isTrue();
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("agreements")).containsExactly(holds);
    }
    sam("agreement.withdraw", about(agreement), 200);
    sam("agreement.withdraw", about(agreement), 200);
    var ended = one(agreement);
    assertThat(ended.path("state").asText()).isEqualTo("ended");
    assertThat(ended.path("endedBy").asText()).isEqualTo(me(pair.second()));
    assertThat(ended.path("versions")).hasSize(2);
    assertThat(verified(agreement)).isEqualTo(ended.path("hash").asText());
  }

  @Test
  void nobodySaysTheOthersYesAndNothingIsAgreedUnread() {
    var agreement = id().toString();
    alex("agreement.propose", need(agreement), 200);
    alex("agreement.consent", version(agreement, 1), 403);
    sam("agreement.consent", version(agreement, 2), 409);
    sam("agreement.consent", version(agreement, 1).put("hash", "of something else"), 409);
    assertThat(one(agreement).path("state").asText()).isEqualTo("proposed");
  }

  @Test
  void whatDoesNotFitIsNamedAndNothingIsStored() {
    var wrong = need(id().toString()).put("minutes", 30);
    wrong.remove("why");
    var refused = alex("agreement.propose", wrong, 422);
    assertThat(refused.path("errors").valueStream().map(error -> error.path("field").asText()))
        .containsExactly("why", "minutes");
    var plan = about(id().toString()).put("kind", "space_plan");
    plan.putArray("slots").add(slot(pair.first(), "25:00"));
    assertThat(alex("agreement.propose", plan, 422).at("/errors/0/field").asText())
        .isEqualTo("slots");
    plan.putArray("slots").add(slot(pair.first(), "18:30").put("place", "park"));
    assertThat(alex("agreement.propose", plan, 422).at("/errors/0/field").asText())
        .isEqualTo("slots");
    plan.putArray("slots").add(slot(pair.first(), "18:30").put("person", id().toString()));
    assertThat(alex("agreement.propose", plan, 422).at("/errors/0/field").asText())
        .isEqualTo("slots");
    assertThat(list(pair.second())).isEmpty();
  }

  @Test
  void theSameCommandTwiceIsOneProposal() {
    var data = need(id().toString());
    var command = Api.command(id(), pair.couple(), "agreement.propose", data);
    for (boolean repeated : List.of(false, true)) {
      var ok = pair.first().post("/api/v1/commands", command).expect(200).body();
      assertThat(ok.path("repeated").booleanValue()).isEqualTo(repeated);
    }
    assertThat(list(pair.first())).hasSize(1);
  }

  @Test
  void itGrowsOutOfAConcernOfThisSpaceAndOfNoOther() {
    var concern = id().toString();
    var raised = data().put("concern", concern).put("saw", "S").put("felt", "F").put("need", "N");
    alex("concern.raise", raised, 200);
    var agreement = id().toString();
    var data = need(agreement);
    data.putObject("from").put("kind", "concern").put("id", concern);
    sam("agreement.propose", data, 200);
    assertThat(one(agreement).at("/from/id").asText()).isEqualTo(concern);
    alex("concern.close", data().put("concern", concern).put("how", "agreement"), 200);
    assertThat(snapshot(pair.second()).at("/concerns/0/how").asText()).isEqualTo("agreement");
    var other = need(id().toString());
    other.putObject("from").put("kind", "concern").put("id", id().toString());
    sam("agreement.propose", other, 404);
    var next = need(id().toString());
    next.putObject("from").put("kind", "agreement").put("id", agreement);
    sam("agreement.propose", next, 200);
  }

  @Test
  void eachChangesTheirOwnTimesAlone() throws Exception {
    var agreement = id().toString();
    var plan = about(agreement).put("kind", "space_plan");
    plan.putArray("slots").add(slot(pair.first(), "18:30")).add(slot(pair.second(), "07:15"));
    alex("agreement.propose", plan, 200);
    sam("agreement.consent", version(agreement, 1), 200);
    sam("agreement.mySlot", slots(agreement, slot(pair.first(), "09:00")), 403);
    sam("agreement.mySlot", slots(agreement, slot(pair.second(), "09:00")), 200);
    var view = one(agreement);
    assertThat(view.path("slots").valueStream().map(slot -> slot.path("start").asText()))
        .containsExactly("18:30", "09:00");
    assertThat(view.path("holds").asInt()).isEqualTo(1);
    alex("agreement.mySlot", slots(agreement), 200);
    assertThat(one(agreement).path("slots")).hasSize(1);
    assertThat(verified(agreement)).isEqualTo(one(agreement).path("hash").asText());
  }

  @Test
  void eachIsRemindedOfTheReviewAndEitherKeepsIt() throws SQLException {
    var agreement = id().toString();
    var review = Instant.now().plus(Duration.ofDays(30)).toString();
    alex("agreement.propose", need(agreement).put("reviewAt", review), 200);
    assertThat(timers()).isEmpty();
    sam("agreement.consent", version(agreement, 1), 200);
    assertThat(timers()).hasSize(2);
    sam("agreement.keep", about(agreement), 422);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      change(
          "update due set at = date_trunc('milliseconds', now()) where thing = ?::uuid", agreement);
      assertThat(alex.event("agreement.reviewDue").path("stream").asText()).isEqualTo("mine");
      assertThat(sam.event("agreement.reviewDue").path("by").isNull()).isTrue();
    }
    change(
        "update agreement set review_at = now() - interval '1 second' where id = ?::uuid",
        agreement);
    var next = Instant.now().plus(Duration.ofDays(60)).toString();
    sam("agreement.keep", about(agreement).put("reviewAt", next), 200);
    assertThat(one(agreement).has("keptAt")).isTrue();
    assertThat(timers()).hasSize(2);
    alex("agreement.withdraw", about(agreement), 200);
    assertThat(timers()).isEmpty();
  }

  @Test
  void aPastThatWasChangedInTheDatabaseIsSaidPlainly() throws Exception {
    for (var change :
        List.of(
            "update event set data = replace(data::text, '\"version\":1', '\"version\":7')::json"
                + " where data->>'agreement' = ? and kind = 'agreement.agreed'",
            "update event set by_person = stream_id where data->>'agreement' = ?"
                + " and kind = 'agreement.agreed'",
            "update event set at = at - interval '1 hour' where data->>'agreement' = ?"
                + " and kind = 'agreement.agreed'",
            "update agreement set latest = 2, holds = 2 where id::text = ?",
            "delete from event where data->>'agreement' = ? and kind = 'agreement.agreed'")) {
      pair = home.pair();
      var agreement = id().toString();
      alex("agreement.propose", need(agreement), 200);
      sam("agreement.consent", version(agreement, 1), 200);
      assertThat(one(agreement).path("intact").booleanValue()).isTrue();
      change(change, agreement);
      assertThat(one(agreement).path("intact").booleanValue()).as(change).isFalse();
      assertThat(snapshot(pair.second()).at("/agreements/0/intact").booleanValue()).isFalse();
    }
  }

  @Test
  void erasedWordsLeaveAChainThatHolds() throws Exception {
    var agreement = id().toString();
    alex("agreement.propose", need(agreement), 200);
    sam("agreement.consent", version(agreement, 1), 200);
    change(
        "update event set words = '' where data->>'agreement' = ? and words is not null",
        agreement);
    var view = one(agreement);
    assertThat(view.path("intact").booleanValue()).isTrue();
    assertThat(view.at("/versions/0/erased").booleanValue()).isTrue();
    assertThat(view.at("/versions/0/why").isNull()).isTrue();
  }

  @Test
  void theDatabaseHoldsNoWordsAndNoSalt() {
    var agreement = id().toString();
    alex("agreement.propose", need(agreement), 200);
    var data =
        home.database()
            .strings("select data::text from event where data->>'agreement' = ?", agreement);
    assertThat(data.getFirst()).doesNotContain("cook", "calm").contains("\"salt\":null");
  }

  @Test
  void leavingEndsItAndItsReminders() {
    var agreement = id().toString();
    var review = Instant.now().plus(Duration.ofDays(30)).toString();
    alex("agreement.propose", need(agreement).put("reviewAt", review), 200);
    sam("agreement.consent", version(agreement, 1), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(pair.first().get("/api/v1/agreements/" + agreement).status()).isEqualTo(404);
    assertThat(pair.first().get("/api/v1/agreements/" + agreement + "/history").status())
        .isEqualTo(404);
    assertThat(list(pair.first())).isEmpty();
    assertThat(
            home.database()
                .strings("select ended_at from agreement where id = ?::uuid", agreement)
                .getFirst())
        .isNotNull();
  }

  @Test
  void theListIsReadPageByPage() {
    var proposed = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var agreement = id().toString();
      alex("agreement.propose", need(agreement), 200);
      proposed.addFirst(agreement);
    }
    alex("agreement.propose", need(id().toString()), 409);
    var read = new ArrayList<String>();
    var page = pair.second().get("/api/v1/agreements?limit=2").expect(200).body();
    while (true) {
      page.path("items").forEach(item -> read.add(item.path("agreement").asText()));
      if (page.path("next").isNull()) break;
      var next = "/api/v1/agreements?limit=2&before=" + page.path("next").asText();
      page = pair.second().get(next).expect(200).body();
    }
    assertThat(read).isEqualTo(proposed);
  }

  private static ObjectNode about(String agreement) {
    return data().put("agreement", agreement);
  }

  private static ObjectNode version(String agreement, int version) {
    return about(agreement).put("version", version);
  }

  private static ObjectNode need(String agreement) {
    return about(agreement)
        .put("kind", "need")
        .put("why", "We both want calm evenings.")
        .put("iWill", "I cook on Mondays.")
        .put("youWill", "You put the children to bed.");
  }

  private static ObjectNode slot(Api person, String start) {
    return data()
        .put("person", me(person))
        .put("day", "monday")
        .put("start", start)
        .put("minutes", 60)
        .put("zone", "Europe/Berlin");
  }

  private static ObjectNode slots(String agreement, ObjectNode... slots) {
    var data = about(agreement);
    data.putArray("slots").addAll(List.of(slots));
    return data;
  }

  /// The chain, computed anew from what a partner reads, as the protocol describes it.
  ///
  /// @return the newest hash
  private String verified(String agreement) throws Exception {
    var path = "/api/v1/agreements/" + agreement + "/history";
    var history = pair.second().get(path).expect(200).body();
    String previous = null;
    for (var entry : history) {
      var data = (ObjectNode) entry.path("data").deepCopy();
      var seal = data.remove("seal");
      var words = data();
      for (var field : List.of("why", "iWill", "youWill", "word", "salt")) {
        if (data.has(field)) words.set(field, data.remove(field));
      }
      var whole = data();
      whole.set("kind", entry.get("kind"));
      whole.set("by", entry.get("by"));
      whole.set("at", entry.get("at"));
      whole.set("data", data);
      if (previous != null) whole.put("previous", previous);
      if (!words.isEmpty()) whole.put("words", sha(words));
      previous = sha(whole);
      assertThat(seal.path("hash").asText()).isEqualTo(previous);
    }
    return Objects.requireNonNull(previous);
  }

  private static String sha(ObjectNode content) throws Exception {
    var canonical = new JsonCanonicalizer(Json.write(content)).getEncodedString();
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String agreement) {
    var view = pair.first().get("/api/v1/agreements/" + agreement).expect(200).body();
    assertThat(pair.second().get("/api/v1/agreements/" + agreement).expect(200).body())
        .isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode list(Api person) {
    return person.get("/api/v1/agreements").expect(200).body().path("items");
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'agreement.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  /// As somebody would who has the database.
  private void change(String sql, String agreement) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, UUID.fromString(agreement).toString());
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
