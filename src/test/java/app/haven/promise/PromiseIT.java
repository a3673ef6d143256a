package app.haven.promise;

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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rows, timers and reads of promises over the real jar and a real PostgreSQL. Alex promises
/// something to Sam.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseIT {
  private static final String LIST = "/api/v1/promises";

  private final Home home = new Home("promises", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void bothReadTheSameFromTheFirstWordToTheThanks() {
    var promise = id().toString();
    alex("promise.make", said(promise, "I bring the bins out.", in(5)), 200);
    var open = one(promise);
    assertThat(open.path("maker").asText()).isEqualTo(me(pair.first()));
    assertThat(open.path("state").asText()).isEqualTo("open");
    assertThat(timers()).containsExactly("promise.due", "promise.soon");
    alex("promise.change", said(promise, "I bring them out tomorrow.", in(20)), 200);
    assertThat(words(one(promise)))
        .containsExactly("I bring the bins out.", "I bring them out tomorrow.");
    assertThat(one(promise).at("/versions/1/withNotice").asBoolean()).isTrue();
    sam("promise.thank", about(promise), 409);
    alex("promise.keep", about(promise), 200);
    sam("promise.thank", about(promise).put("words", "That helped."), 200);
    var kept = one(promise);
    assertThat(kept.path("state").asText()).isEqualTo("kept");
    assertThat(kept.path("thanks").asText()).isEqualTo("That helped.");
    for (var person : List.of(pair.first(), pair.second())) {
      assertThat(snapshot(person).path("promises")).containsExactly(kept);
      assertThat(list(person)).containsExactly(kept);
    }
    assertThat(timers()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsStored() {
    var promise = id().toString();
    alex("promise.make", said(promise, "Tea on Sunday.", in(3)), 200);
    var before = one(promise);
    var other = id().toString();
    named("words", alex("promise.make", said(other, " ", in(3)), 422));
    named("due", alex("promise.make", about(other).put("words", "Tea."), 422));
    named("promise", alex("promise.make", said("tea", "Tea.", in(3)), 422));
    var elsewhere = Instant.now().plus(9, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).toLocalDate();
    var odd = said(other, "Tea.", in(3)).put("on", elsewhere.toString());
    named("on", alex("promise.make", odd, 422));
    named("to", alex("promise.make", said(other, "Tea.", in(3)).put("to", "Sam"), 422));
    named("words", alex("promise.change", said(promise, "x".repeat(281), in(3)), 422));
    named("words", alex("promise.letGo", about(promise), 422));
    assertThat(code(alex("promise.make", said(other, "Tea.", in(-1)), 422))).isEqualTo("too-soon");
    assertThat(code(alex("promise.make", said(other, "Tea.", in(24 * 367)), 422)))
        .isEqualTo("too-long");
    assertThat(list(pair.second())).containsExactly(before);
    pair.second().get(LIST + "/" + other).expect(404);
  }

  @Test
  void onceMoreIsTheSame() {
    var promise = id().toString();
    var make = command("promise.make", said(promise, "Tea on Sunday.", in(3)));
    var keep = command("promise.keep", about(promise));
    var first = pair.first().post("/api/v1/commands", make).expect(200).body();
    var again = pair.first().post("/api/v1/commands", make).expect(200).body();
    assertThat(again.path("positions")).isEqualTo(first.path("positions"));
    assertThat(list(pair.second())).hasSize(1);
    var taken = alex("promise.make", said(promise, "Something else.", in(3)), 409);
    assertThat(taken.path("stands").path("promise").asText()).isEqualTo(promise);
    pair.first().post("/api/v1/commands", keep).expect(200);
    pair.first().post("/api/v1/commands", keep).expect(200);
    var kept = one(promise);
    alex("promise.keep", about(promise), 200);
    alex("promise.letGo", about(promise).put("words", "Sorry."), 409);
    sam("promise.thank", about(promise).put("words", "Thank you."), 200);
    sam("promise.thank", about(promise).put("words", "Once more."), 200);
    assertThat(one(promise).path("keptAt")).isEqualTo(kept.path("keptAt"));
    assertThat(one(promise).path("thanks").asText()).isEqualTo("Thank you.");
    assertThat(words(one(promise))).containsExactly("Tea on Sunday.");
  }

  @Test
  void thePartnerCanNeitherChangeNorEndIt() {
    var promise = id().toString();
    alex("promise.make", said(promise, "Tea on Sunday.", in(3)), 200);
    var before = one(promise);
    for (var refused :
        List.of(
            sam("promise.change", said(promise, "Tea and cake.", in(4)), 403),
            sam("promise.keep", about(promise), 403),
            sam("promise.letGo", about(promise).put("words", "No need."), 403),
            alex("promise.thank", about(promise), 403))) {
      assertThat(code(refused)).isEqualTo("not-yours");
    }
    assertThat(one(promise)).isEqualTo(before);
    assertThat(timers()).containsExactly("promise.due", "promise.soon");
  }

  @Test
  void aPromiseLetGoKeepsTheWordThatWasSaid() {
    var promise = id().toString();
    alex("promise.make", said(promise, "Tea on Sunday.", in(3)), 200);
    alex("promise.letGo", about(promise).put("words", "I have to work, I am sorry."), 200);
    assertThat(one(promise).path("state").asText()).isEqualTo("let_go");
    assertThat(one(promise).path("lastWords").asText()).isEqualTo("I have to work, I am sorry.");
    assertThat(timers()).isEmpty();
    alex("promise.change", said(promise, "Tea on Monday.", in(30)), 409);
  }

  @Test
  void whoeverIsAlonePromisesNothing() {
    var promise = id().toString();
    alex("promise.make", said(promise, "Tea on Sunday.", in(3)), 200);
    var stranger = home.pair().first();
    for (var kind : List.of("promise.keep", "promise.thank")) {
      var refused = stranger.command(pair.couple(), kind, about(promise)).expect(409);
      assertThat(refused.code()).isEqualTo("not-paired");
    }
    stranger.get(LIST + "/" + promise).expect(404);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(timers()).isEmpty();
    assertThat(code(alex("promise.keep", about(promise), 409))).isEqualTo("not-paired");
    assertThat(code(alex("promise.make", said(id().toString(), "Tea.", in(3)), 409)))
        .isEqualTo("not-paired");
    pair.first().get(LIST + "/" + promise).expect(404);
    assertThat(list(pair.first())).isEmpty();
    assertThat(snapshot(pair.first()).path("promises")).isEmpty();
  }

  /// A time that has passed without a word changes nothing that anybody reads.
  @Test
  void itsMakerAloneIsRemindedAndItStaysOpen() {
    var promise = id().toString();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      var due = Instant.now().plusSeconds(3);
      alex("promise.make", said(promise, "I call you back.", due), 200);
      assertThat(timers()).as("too fresh for a reminder before").containsExactly("promise.due");
      var before = one(promise);
      var reminded = alex.event("promise.due");
      assertThat(reminded.path("stream").asText()).isEqualTo("mine");
      assertThat(reminded.path("by").isNull()).isTrue();
      assertThat(Instant.parse(reminded.path("at").asText()))
          .isAfterOrEqualTo(due.truncatedTo(ChronoUnit.MILLIS));
      assertThat(one(promise)).isEqualTo(before);
      assertThat(timers()).isEmpty();
      alex("promise.change", said(promise, "I call you tonight.", in(8)), 200);
      assertThat(sam.event("promise.changed").at("/data/withNotice").asBoolean(true)).isFalse();
      assertThat(sam.all().toString()).doesNotContain("promise.due");
      assertThat(timers()).containsExactly("promise.due", "promise.soon");
    }
  }

  @Test
  void theReminderBeforeIsForItsMakerToo() throws SQLException {
    var promise = id().toString();
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      alex("promise.make", said(promise, "I bring the bins out.", in(5)), 200);
      comes("promise.soon");
      assertThat(alex.event("promise.soon").at("/data/promise").asText()).isEqualTo(promise);
      assertThat(timers()).containsExactly("promise.due");
      alex("promise.keep", about(promise), 200);
      sam.event("promise.kept");
      assertThat(sam.all().toString()).doesNotContain("promise.soon");
    }
  }

  @Test
  void aPromiseMayGrowOutOfAnother() {
    var promise = id().toString();
    var next = id().toString();
    alex("promise.make", said(promise, "Tea on Sunday.", in(3)), 200);
    var from = said(next, "Cake as well.", in(4));
    from.putObject("from").put("kind", "promise").put("id", promise);
    sam("promise.make", from, 200);
    assertThat(one(next).at("/from/id").asText()).isEqualTo(promise);
    var lost = said(id().toString(), "Cake.", in(4));
    lost.putObject("from").put("kind", "promise").put("id", id().toString());
    sam("promise.make", lost, 404);
    assertThat(list(pair.first())).hasSize(2);
  }

  /// "You kept seven of ten" is a mark for a person. No column and no field says it: each one there
  /// is, is known here.
  @Test
  void nothingAddsPromisesUp() {
    assertThat(columns("promise"))
        .containsExactlyInAnyOrder(
            "stream_id",
            "id",
            "version",
            "maker",
            "made_at",
            "due_at",
            "kept_at",
            "let_go_at",
            "made_seq",
            "changed_seqs",
            "let_go_seq",
            "thanked_seq");
    var promise = id().toString();
    var full = said(promise, "Tea on Sunday.", in(3));
    full.put(
        "on", Instant.parse(in(3).toString()).atOffset(ZoneOffset.UTC).toLocalDate().toString());
    alex("promise.make", full, 200);
    alex("promise.change", said(promise, "Tea on Monday.", in(30)), 200);
    alex("promise.keep", about(promise), 200);
    sam("promise.thank", about(promise).put("words", "Lovely."), 200);
    assertThat(one(promise).properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "promise", "maker", "madeAt", "state", "versions", "keptAt", "thankedAt", "thanks");
    one(promise).forEach(field -> assertThat(field.isNumber()).isFalse());
    var page = pair.second().get(LIST).expect(200).body();
    assertThat(page.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("items", "next");
  }

  private static void named(String field, JsonNode refused) {
    assertThat(code(refused)).isEqualTo("invalid");
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo(field);
  }

  private static String code(JsonNode refused) {
    return refused.path("code").asText();
  }

  private static Instant in(int hours) {
    return Instant.now().plus(Duration.ofHours(hours));
  }

  private static ObjectNode about(String promise) {
    return data().put("promise", promise);
  }

  private static ObjectNode said(String promise, String words, Instant due) {
    return about(promise).put("words", words).put("due", due.toString());
  }

  private static List<String> words(JsonNode view) {
    return view.path("versions").valueStream().map(one -> one.path("words").asText()).toList();
  }

  private ObjectNode command(String kind, ObjectNode data) {
    return Api.command(id(), pair.couple(), kind, data);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(pair.couple(), kind, data).expect(status).body();
  }

  private JsonNode sam(String kind, ObjectNode data, int status) {
    return pair.second().command(pair.couple(), kind, data).expect(status).body();
  }

  /// The same for both.
  private JsonNode one(String promise) {
    var view = pair.first().get(LIST + "/" + promise).expect(200).body();
    assertThat(pair.second().get(LIST + "/" + promise).expect(200).body()).isEqualTo(view);
    return view;
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static JsonNode list(Api person) {
    return person.get(LIST).expect(200).body().path("items");
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  /// The kinds of the timers that stand for these two.
  private List<String> timers() {
    return home.database()
        .strings(
            "select kind from due where stream_id in (?::uuid, ?::uuid, ?::uuid)"
                + " and kind like 'promise.%' order by kind",
            pair.couple(), me(pair.first()), me(pair.second()));
  }

  private List<String> columns(String table) {
    return home.database()
        .strings("select column_name from information_schema.columns where table_name = ?", table);
  }

  /// The moment of a timer of Alex's comes now.
  private void comes(String kind) throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now())"
                    + " where kind = ? and stream_id = ?::uuid")) {
      statement.setString(1, kind);
      statement.setString(2, me(pair.first()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
