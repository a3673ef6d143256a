package app.haven.tank;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.attack.World;
import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The tank over the real jar and a real PostgreSQL. Alex keeps something; for Sam it is not there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TankIT {
  private final Home home = new Home("tank", Map.of("HAVEN_RATE_LIMITS", "off"));
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
  void whatIsKeptIsReplacedRaisedAndLetGo() {
    var first = id().toString();
    var second = id().toString();
    alex("tank.keep", kept(first, "The dishes again.").put("about", "the kitchen"), 200);
    alex("tank.keep", kept(second, "You came late."), 200);
    assertThat(words(pair.first())).containsExactly("You came late.", "The dishes again.");
    assertThat(tank(pair.first()).path(1).path("about").asText()).isEqualTo("the kitchen");
    alex("tank.keep", kept(first, "The dishes, and I was tired."), 200);
    assertThat(words(pair.first()))
        .containsExactly("The dishes, and I was tired.", "You came late.");
    assertThat(tank(pair.first()).path(0).has("about")).isFalse();
    alex("tank.raise", about(first), 200);
    var raised = tank(pair.first()).path(0);
    assertThat(raised.has("raisedAt")).isTrue();
    alex("tank.raise", about(first), 200);
    assertThat(tank(pair.first()).path(0)).isEqualTo(raised);
    alex("tank.letGo", about(first), 200);
    alex("tank.letGo", about(first), 404);
    assertThat(words(pair.first())).containsExactly("You came late.");
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsStored() {
    var resentment = id().toString();
    named("words", alex("tank.keep", kept(resentment, " "), 422));
    named("words", alex("tank.keep", kept(resentment, "x".repeat(281)), 422));
    named("about", alex("tank.keep", kept(resentment, "Late.").put("about", "x".repeat(81)), 422));
    named("resentment", alex("tank.letGo", about("dishes"), 422));
    named("weight", alex("tank.keep", kept(resentment, "Late.").put("weight", 3), 422));
    assertThat(tank(pair.first())).isEmpty();
  }

  @Test
  void onceMoreIsTheSame() {
    var keep = Api.command(id(), null, "tank.keep", kept(id().toString(), "You came late."));
    var first = pair.first().post("/api/v1/commands", keep).expect(200).body();
    var again = pair.first().post("/api/v1/commands", keep).expect(200).body();
    assertThat(again.path("positions")).isEqualTo(first.path("positions"));
    assertThat(tank(pair.first())).hasSize(1);
  }

  @Test
  void thirtyAreTheMost() {
    var first = id().toString();
    alex("tank.keep", kept(first, "Late."), 200);
    for (int i = 1; i < 30; i++) alex("tank.keep", kept(id().toString(), "Late."), 200);
    alex("tank.keep", kept(id().toString(), "Late."), 409);
    alex("tank.keep", kept(first, "Very late."), 200);
    alex("tank.letGo", about(first), 200);
    alex("tank.keep", kept(id().toString(), "Late."), 200);
  }

  /// Byte for byte: what the partner reads, and what their socket brings.
  @Test
  void forThePartnerThereIsNoTank() {
    var resentment = id().toString();
    var before = World.everything(pair.second());
    try (var sam = Device.following(pair.second())) {
      alex("tank.keep", kept(resentment, "You came late."), 200);
      assertThat(World.everything(pair.second())).isEqualTo(before);
      alex("tank.raise", about(resentment), 200);
      assertThat(World.everything(pair.second())).isEqualTo(before);
      for (var kind : List.of("tank.letGo", "tank.raise")) {
        var theirs = pair.second().command(null, kind, about(resentment)).expect(404);
        var nobodys = pair.second().command(null, kind, about(id().toString())).expect(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
      }
      assertThat(words(pair.first())).containsExactly("You came late.");
      alex("tank.letGo", about(resentment), 200);
      assertThat(World.everything(pair.second())).isEqualTo(before);
      pair.second().command(null, "tank.keep", kept(resentment, "Mine.")).expect(200);
      sam.event("tank.kept");
      assertThat(sam.all().toString()).doesNotContain("You came late.", "tank.raised", "letGo");
    }
    assertThat(words(pair.first())).isEmpty();
  }

  @Test
  void itIsTheSameAloneAndGoesWithItsOwner() {
    var resentment = id().toString();
    alex("tank.keep", kept(resentment, "You came late."), 200);
    pair.second().delete("/api/v1/couple").expect(204);
    assertThat(words(pair.first())).containsExactly("You came late.");
    alex("tank.keep", kept(id().toString(), "And left."), 200);
    assertThat(home.database().strings("select id from resentment where id = ?::uuid", resentment))
        .hasSize(1);
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(home.database().strings("select id from resentment where id = ?::uuid", resentment))
        .isEmpty();
  }

  /// No weight, no number, no sum: each column and each field there is, is known here.
  @Test
  void nothingAddsResentmentsUp() {
    assertThat(
            home.database()
                .strings(
                    "select column_name from information_schema.columns where table_name = ?",
                    "resentment"))
        .containsExactlyInAnyOrder("stream_id", "id", "version", "kept_seq", "raised_at");
    var resentment = id().toString();
    alex("tank.keep", kept(resentment, "You came late.").put("about", "evenings"), 200);
    alex("tank.raise", about(resentment), 200);
    var view = tank(pair.first()).path(0);
    assertThat(view.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("resentment", "words", "about", "keptAt", "raisedAt");
    view.forEach(field -> assertThat(field.isTextual()).isTrue());
  }

  private static void named(String field, JsonNode refused) {
    assertThat(refused.path("code").asText()).isEqualTo("invalid");
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo(field);
  }

  private static ObjectNode about(String resentment) {
    return data().put("resentment", resentment);
  }

  private static ObjectNode kept(String resentment, String words) {
    return about(resentment).put("words", words);
  }

  private JsonNode alex(String kind, ObjectNode data, int status) {
    return pair.first().command(null, kind, data).expect(status).body();
  }

  private static JsonNode tank(Api person) {
    return person.get("/api/v1/snapshot").expect(200).body().path("tank");
  }

  private static List<String> words(Api person) {
    return tank(person).valueStream().map(one -> one.path("words").asText()).toList();
  }
}
