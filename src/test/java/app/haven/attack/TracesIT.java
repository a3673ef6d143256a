package app.haven.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api.Answer;
import app.haven.client.Home;
import app.haven.local.Places;
import app.haven.local.PushKey;
import app.haven.notify.PushServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A search for the words of a [Story] wherever they have no business to be (S15), and for the
/// names of what nobody is to know (S2).
class TracesIT {
  /// What would tell one of the other's comings and goings, by any name.
  private static final Pattern PRESENCE =
      Pattern.compile(
          "(?i).*(presen[ct]|online|offline|idle|away|last_?(seen|active|login|sign)|seen|active_?at"
              + "|typing|typed|receipt|read_?at|read_?by|is_?read|unread|delivered|location|latitude"
              + "|longitude|geo|position_?x|battery|user_?agent|ip_?addr|remote|device).*");

  /// What would say that somebody was turned down or passed over, by any name.
  private static final Pattern TURNED_DOWN =
      Pattern.compile(
          "(?i).*((?<!re)turned|ignor|reject|declin|dismiss|snub|rebuff|unanswered|no_?answer"
              + "|overlook|passed_?over).*");

  private static Home home;
  private static PushServer push;
  private static Story story;

  @BeforeAll
  static void live() throws Exception {
    push = new PushServer();
    var settings = new HashMap<>(push.settings());
    settings.put(
        "HAVEN_PUSH_KEY_FILE", PushKey.at(Places.target("nodes").resolve("push.key")).toString());
    settings.put("HAVEN_NOTIFY_GRACE", "PT0S");
    home = new Home("traces", settings);
    story = new Story(home, push);
    story.inGoodWeather();
    story.constraintsClash();
    story.theDatabaseGoesAway();
    story.unreadable();
    story.everybodyIsReached();
  }

  @AfterAll
  static void close() {
    home.close();
    push.close();
  }

  /// Without this, finding nothing would mean nothing.
  @Test
  void theWordsDidFly() {
    Kinds.all()
        .forEach((kind, shape) ->
            assertThat(story.flown)
                .as("every field of words of %s", kind)
                .containsAll(Kinds.words(shape).stream().map(f -> kind + " " + f).toList()));
    var read = story.theirs.toString();
    assertThat(story.words).hasSizeGreaterThan(50);
    assertThat(Canary.in(read, story.words)).hasSizeGreaterThan(20);
    assertThat(story.errors.stream().map(Answer::code).distinct())
        .contains("internal", "unavailable", "invalid", "bad-frame", "not-found", "sign-in");
  }

  @Test
  void noWordsInAnyError() {
    for (var error : story.errors) {
      assertThat(Canary.in(error.raw().body(), story.words)).as(error.raw().body()).isEmpty();
      assertThat(Canary.in(error.raw().headers().toString(), story.words)).isEmpty();
    }
  }

  @Test
  void noWordsInTheLog() throws IOException {
    var log = Files.readString(home.node().log());
    assertThat(log).contains("SQL state 23514").contains("the database cannot be reached");
    assertThat(Canary.in(log, story.words)).isEmpty();
    // Which paths people ask for, who they are and with whom is nobody's business either.
    assertThat(log).doesNotContain("/api/v1", "/help", "owner-", "partner-");
  }

  @Test
  void noWordsInTheDatabasesOwnLog() throws IOException {
    try (var files = Files.walk(Places.target("postgres"))) {
      for (var log : files.filter(file -> file.endsWith("log")).toList()) {
        assertThat(Canary.in(Files.readString(log, ISO_8859_1), story.words))
            .as(log.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void noWordsInTheMetrics() {
    var metrics = home.nobody().get("/q/metrics").expect(200).raw().body();
    assertThat(metrics).contains("haven_commands", "kind=\"timeout.checkIn\"", "kind=\"unknown\"");
    assertThat(Canary.in(metrics, story.words)).isEmpty();
    assertThat(metrics).doesNotContain("/api/v1/", "owner-");
  }

  @Test
  void noWordsInTheDatabase() throws SQLException {
    var planted = Canary.word();
    try (var connection = home.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table planted as select convert_to('" + planted + "', 'UTF8') as b");
      assertThat(Canary.in(Dump.of(home.database()).text(), List.of(planted))).hasSize(1);
      statement.execute("drop table planted");
    }
    var dump = Dump.of(home.database()).text();
    assertThat(dump).contains("timeout.checkedIn");
    assertThat(Canary.in(dump, story.words)).isEmpty();
  }

  /// Decrypted, with all their headers: which buttons to show, and nothing else (I6).
  @Test
  void noWordsInAnyPush() {
    assertThat(story.pushes).hasSizeGreaterThan(20);
    assertThat(story.pushes.stream().map(String::strip).distinct())
        .allMatch(text -> text.matches("\\{\"buttons\":\"(none|hear|back)\"}"));
    assertThat(push.all().stream().map(got -> got.body().length).distinct()).hasSize(1);
    assertThat(Canary.in(push.all().toString(), story.words)).isEmpty();
  }

  @Test
  void noWordsWithAnybodyElse() {
    assertThat(story.others).hasSizeGreaterThan(20);
    assertThat(Canary.in(story.others.toString(), story.words)).isEmpty();
  }

  @Test
  void noWordsHaveAPlaceInAnAddress() {
    var paths = home.nobody().get("/q/openapi?format=json").expect(200).body().path("paths");
    var parameters = new HashSet<String>();
    paths
        .findValues("parameters")
        .forEach(list ->
            list.forEach(
                p -> parameters.add(p.path("in").asText() + " " + p.path("name").asText())));
    assertThat(parameters)
        .containsExactlyInAnyOrder(
            "path id",
            "path file", // a calendar program's secret; no words
            "query limit",
            "query before",
            "query timeout",
            "query list",
            "query pinned");
  }

  @Test
  void nothingTellsWhereOrWhetherSomebodyIs() throws SQLException {
    assertThat("lastSeenAt").matches(PRESENCE);
    assertThat(names()).noneMatch(name -> PRESENCE.matcher(name).matches());
  }

  /// A bid that nobody answered fades, and a no is an answer: nothing else is kept or sent.
  @Test
  void nothingCallsAReachTurnedDown() throws SQLException {
    assertThat(List.of("turnedAway", "ignored_at", "rejectedBy"))
        .allMatch(TURNED_DOWN.asPredicate());
    assertThat(names())
        .contains("bid", "answer", "faded_at", "answeredAt", "bid.made")
        .noneMatch(name -> TURNED_DOWN.matcher(name).matches());
  }

  /// Of every column, every field that anybody was sent, and every kind of event.
  private static Set<String> names() throws SQLException {
    var names = new TreeSet<>(Dump.of(home.database()).names());
    story.theirs.forEach(json -> names(json, names));
    story.errors.forEach(error -> names(error.body(), names));
    names(home.nobody().get("/q/openapi?format=json").body().path("components"), names);
    assertThat(names).contains("web_session", "epoch", "displayName", "returnAt");
    return names;
  }

  private static void names(JsonNode json, Set<String> names) {
    json.fieldNames().forEachRemaining(names::add);
    if (json.path("kind").isTextual()) names.add(json.path("kind").asText());
    json.forEach(child -> names(child, names));
  }
}
