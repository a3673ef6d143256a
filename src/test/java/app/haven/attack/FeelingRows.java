package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;

/// How one is: kept alone, to the other it does not exist; shared one by one.
final class FeelingRows {
  private static final String OWN = "/api/v1/feelings";
  private static final String NOTHING = "{\"items\":[],\"next\":null}";

  private FeelingRows() {}

  static List<Row> commands() {
    return List.of(
        keep(),
        drop(),
        share(),
        answer(),
        unshare(),
        level(),
        remind(),
        snooze(),
        skip(),
        keepWord(),
        dropWord());
  }

  private static World felt(Home home) {
    return World.paired(home).feeling();
  }

  private static World told(Home home) {
    return felt(home).feelingShared();
  }

  private static ObjectNode thing(World w) {
    return Api.data().put("moment", w.thing);
  }

  /// Under an id of somebody else's moment it is one's own all the same.
  private static Row keep() {
    return Row.command("feeling.keep", false, FeelingRows::felt, World::moment)
        .works(OWNER, 200, (w, _) -> isOwn(w))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static void isOwn(World w) {
    assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
    assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
  }

  private static Row drop() {
    return Row.command("feeling.drop", false, FeelingRows::felt, FeelingRows::thing)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  /// A moment of the other does not exist, so nobody shares it for them.
  private static Row share() {
    return ours("feeling.share", FeelingRows::felt, World::moment)
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(newest(w.partner).path("fact").asText()).isEqualTo(w.secrets.getLast());
              assertThat(newest(w.partner).path("by").asText()).isEqualTo(World.id(w.owner));
            })
        .refused(PARTNER, 404, "not-found");
  }

  private static JsonNode newest(Api person) {
    return person.get("/api/v1/shared-feelings").expect(200).body().path("items").path(0);
  }

  private static Row answer() {
    return ours(
            "feeling.answer",
            FeelingRows::told,
            w -> thing(w).put("reply", "hug").put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(newest(w.owner).path("answerWords").asText())
                    .isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  /// The partner, who said nothing, has no words there to take back.
  private static Row unshare() {
    return ours("feeling.unshare", FeelingRows::told, FeelingRows::thing)
        .works(OWNER, 200, (w, _) -> assertThat(newest(w.partner).has("fact")).isFalse())
        .refused(PARTNER, 403, "not-yours");
  }

  /// What each of them wishes is their own; that no trace of it is with the other is in [SafetyIT].
  private static Row level() {
    return Row.command("feeling.level", false, World::paired, _ -> Api.data().put("level", "basic"))
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(wishes(w.owner).path("level").asText()).isEqualTo("basic"))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static JsonNode wishes(Api person) {
    return person.get(OWN + "/wishes").expect(200).body();
  }

  private static Row remind() {
    return Row.command(
            "feeling.remind",
            false,
            World::paired,
            _ -> Api.data().put("reminder", 1).put("at", "04:05"))
        .works(OWNER, 200, (w, _) -> assertThat(wishes(w.owner).path("reminders")).hasSize(1))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  /// For everybody else nothing is due.
  private static Row snooze() {
    return Row.command(
            "feeling.snooze",
            false,
            FeelingRows::due,
            _ -> Api.data().put("reminder", 1).put("minutes", 30))
        .works(OWNER, 200, (w, _) -> assertThat(wishes(w.owner).has("snoozed")).isTrue())
        .refused(PARTNER, 409, "conflict")
        .refusedOthers(409, "conflict");
  }

  private static Row skip() {
    return Row.command("feeling.skip", false, FeelingRows::due, _ -> Api.data().put("reminder", 1))
        .works(OWNER, 200, (w, _) -> assertThat(wishes(w.owner).has("due")).isFalse())
        .own(200, PARTNER, STRANGER, FORMER);
  }

  /// The owner's first reminder has come.
  private static World due(Home home) {
    var world = World.paired(home);
    var me = world.owner.get("/api/v1/me").expect(200).body();
    var zone = ZoneId.of(me.path("timeZone").asText());
    var at =
        LocalTime.ofInstant(Instant.now().minus(Duration.ofMinutes(2)), zone)
            .truncatedTo(ChronoUnit.MINUTES);
    var remind = Api.data().put("reminder", 1).put("at", at.toString());
    world.owner.command(null, "feeling.remind", remind).expect(200);
    aDayEarlier(home, me.path("id").asText());
    Awaitility.await().until(() -> wishes(world.owner).has("due"));
    return world;
  }

  private static void aDayEarlier(Home home, String person) {
    try (var db = home.database().connect();
        var statement =
            db.prepareStatement(
                "update due set at = at - interval '1 day' where stream_id = ?::uuid")) {
      statement.setString(1, person);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row keepWord() {
    return Row.command(
            "feeling.keepWord",
            false,
            World::paired,
            w -> Api.data().put("word", Api.id().toString()).put("words", w.canary()))
        .works(OWNER, 200, (w, _) -> isOwn(w))
        .own(200, PARTNER, STRANGER, FORMER);
  }

  private static Row dropWord() {
    return Row.command(
            "feeling.dropWord",
            false,
            home -> {
              var world = World.paired(home);
              world.thing = Api.id().toString();
              world.secrets.add(world.thing);
              var kept = word(world).put("words", world.canary());
              world.owner.command(null, "feeling.keepWord", kept).expect(200);
              return world;
            },
            FeelingRows::word)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static ObjectNode word(World w) {
    return Api.data().put("word", w.thing);
  }

  static List<Row> endpoints() {
    return List.of(list(), one(), howAsked(), shared());
  }

  private static Row list() {
    return Row.endpoint("GET /api/v1/feelings", FeelingRows::felt, (who, _, _) -> who.get(OWN))
        .works(OWNER, 200, (w, a) -> listed(w, a.body()))
        .works(PARTNER, 200, (_, a) -> assertThat(a.raw().body()).isEqualTo(NOTHING))
        .own(200, STRANGER, FORMER);
  }

  private static void listed(World w, JsonNode page) {
    assertThat(page.path("items").findValuesAsText("moment")).containsExactly(w.thing);
  }

  /// Also one that was shared: what the other may read stands elsewhere.
  private static Row one() {
    return Row.endpoint(
            "GET /api/v1/feelings/{id}",
            FeelingRows::told,
            (who, w, _) -> who.get(OWN + "/" + w.thing))
        .works(OWNER, 200, (_, a) -> assertThat(a.body().path("versions")).hasSize(1))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row howAsked() {
    return Row.endpoint(
            "GET /api/v1/feelings/wishes",
            FeelingRows::felt,
            (who, _, _) -> who.get(OWN + "/wishes"))
        .works(OWNER, 200, (_, a) -> assertThat(a.body().has("since")).isTrue())
        .works(PARTNER, 200, (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"reminders\":[]}"))
        .own(200, STRANGER, FORMER);
  }

  private static Row shared() {
    return Row.endpoint(
            "GET /api/v1/shared-feelings",
            FeelingRows::told,
            (who, _, _) -> who.get("/api/v1/shared-feelings"))
        .works(OWNER, 200, (w, a) -> listed(w, a.body()))
        .works(PARTNER, 200, (w, a) -> listed(w, a.body()))
        .own(200, STRANGER, FORMER);
  }
}
