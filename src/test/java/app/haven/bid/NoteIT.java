package app.haven.bid;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Notes over the real jar and a real PostgreSQL. Alex writes, Sam reads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoteIT {
  private final Home home = new Home("notes", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void aNoteIsTheSameForBoth() {
    var note = data().put("note", id().toString()).put("words", "Good luck today.");
    pair.first().command(pair.couple(), "note.send", note).expect(200);
    var read = notes(pair.second());
    assertThat(read).isEqualTo(notes(pair.first())).hasSize(1);
    assertThat(read.path(0).path("words").asText()).isEqualTo("Good luck today.");
    assertThat(snapshot(pair.second()).path("notes")).isEqualTo(read);
    pair.first().command(pair.couple(), "note.send", note).expect(409);
  }

  /// What was planned goes out once, in its author's name, though the node died before its time.
  @Test
  void aPlannedNoteGoesOutOnceAlsoAfterARestart() throws SQLException {
    var note = id().toString();
    var before = everything(pair.second());
    alex("note.plan", planned(note, "I think of you."), 200);
    assertThat(everything(pair.second())).as("nobody else can tell").isEqualTo(before);
    assertThat(snapshot(pair.first()).path("plannedNotes").path(0).path("words").asText())
        .isEqualTo("I think of you.");
    home.node().kill();
    comes(note);
    home.node().restart();
    try (var sam = Device.following(pair.second())) {
      var places = (ObjectNode) snapshot(pair.second()).path("streams").deepCopy();
      ((ObjectNode) places.path("ours")).put("seq", 0);
      sam.hello(places);
      var sent = sam.event("note.sent");
      assertThat(sent.path("by").asText()).isEqualTo(me(pair.first()));
      assertThat(sent.path("data").path("words").asText()).isEqualTo("I think of you.");
    }
    assertThat(notes(pair.second())).hasSize(1);
    assertThat(snapshot(pair.first()).path("plannedNotes")).isEmpty();
  }

  @Test
  void itsAuthorIsToldThatItWentOut() throws SQLException {
    var note = id().toString();
    alex("note.plan", planned(note, "Hello."), 200);
    try (var alex = Device.following(pair.first());
        var sam = Device.following(pair.second())) {
      comes(note);
      var told = alex.event("note.passedOn");
      assertThat(told.path("stream").asText()).isEqualTo("mine");
      assertThat(told.path("data").path("note").asText()).isEqualTo(note);
      sam.event("note.sent");
      assertThat(sam.all()).noneMatch(frame -> frame.path("kind").asText().equals("note.passedOn"));
    }
  }

  @Test
  void whatWasCancelledNeverComes() throws SQLException {
    var cancelled = id().toString();
    var other = id().toString();
    alex("note.plan", planned(cancelled, "Not this."), 200);
    alex("note.plan", planned(other, "This."), 200);
    alex("note.cancel", data().put("note", cancelled), 200);
    alex("note.cancel", data().put("note", cancelled), 404);
    try (var sam = Device.following(pair.second())) {
      comes(cancelled);
      comes(other);
      assertThat(sam.event("note.sent").path("data").path("note").asText()).isEqualTo(other);
    }
    assertThat(notes(pair.second())).hasSize(1);
    alex("note.cancel", data().put("note", other), 404);
  }

  @Test
  void whatWaitsForAClosedSpaceGoesNowhere() throws SQLException {
    var note = id().toString();
    alex("note.plan", planned(note, "Too far."), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(snapshot(pair.first()).path("plannedNotes")).isEmpty();
    assertThat(timers(note)).isZero();
    alex("note.plan", planned(id().toString(), "Hello."), 409);
  }

  @Test
  void whatWaitsGoesWithItsAuthor() throws SQLException {
    var note = id().toString();
    alex("note.plan", planned(note, "Hello."), 200);
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(timers(note)).isZero();
    assertThat(count("select count(*) from planned_note where id = ?::uuid", note)).isZero();
  }

  private ObjectNode planned(String note, String words) {
    return data()
        .put("note", note)
        .put("couple", pair.couple())
        .put("words", words)
        .put("at", Instant.now().plus(Duration.ofHours(1)).toString());
  }

  private void alex(String kind, ObjectNode data, int status) {
    pair.first().command(null, kind, data).expect(status);
  }

  private static JsonNode notes(Api person) {
    return person.get("/api/v1/notes").expect(200).body().path("items");
  }

  private static JsonNode snapshot(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body();
  }

  private static String everything(Api person) {
    return ((ObjectNode) snapshot(person)).without("now").toString() + notes(person);
  }

  private static String me(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private int timers(String note) throws SQLException {
    return count("select count(*) from due where thing = ?::uuid", note);
  }

  private int count(String sql, String note) throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, note);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /// The moment of a note comes now.
  private void comes(String note) throws SQLException {
    try (var connection = home.database().connect();
        var statement =
            connection.prepareStatement(
                "update due set at = date_trunc('milliseconds', now()) where kind = 'note.sent'"
                    + " and thing = ?::uuid")) {
      statement.setString(1, note);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
