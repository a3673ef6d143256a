package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.weekly.Sitting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/// The weekly check-in: neither says yes for the other, nobody reads what the other keeps, and each
/// takes back their own words alone.
final class WeeklyRows {
  private WeeklyRows() {}

  static List<Row> commands() {
    return List.of(
        ours("rhythm.propose", World::paired, WeeklyRows::proposal)
            .works(OWNER, 200, (w, _) -> seen(w, "weekly-rhythms", w.thing))
            .works(PARTNER, 200, (w, _) -> seen(w, "weekly-rhythms", w.thing)),
        ours("rhythm.agree", WeeklyRows::proposed, WeeklyRows::rhythm)
            .works(PARTNER, 200, (w, _) -> seen(w, "weekly-rhythms", "\"agreed\":true"))
            .refused(OWNER, 403, "not-yours"),
        ours("rhythm.stop", WeeklyRows::proposed, WeeklyRows::rhythm)
            .works(OWNER, 200, (w, _) -> assertThat(rhythms(w)).isEmpty())
            .works(PARTNER, 200, (w, _) -> assertThat(rhythms(w)).isEmpty()),
        Row.command("weekly.keep", false, WeeklyRows::kept, WeeklyRows::answers)
            .works(OWNER, 200, (w, _) -> keptByOwnerAlone(w))
            .own(200, PARTNER)
            .refusedOthers(409, "not-paired"),
        Row.command("weekly.discard", false, WeeklyRows::kept, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> assertThat(drafts(w.owner)).isEmpty())
            .refused(PARTNER, 404, "not-found")
            .refusedOthers(404, "not-found"),
        said("ready", true),
        said("notReady", false),
        ours("weekly.skip", WeeklyRows::kept, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> seen(w, "weeklies", "\"state\":\"skipped\""))
            .works(PARTNER, 200, (w, _) -> seen(w, "weeklies", "\"state\":\"skipped\"")),
        ours("weekly.speak", WeeklyRows::revealed, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> speaks(w, w.owner))
            .works(PARTNER, 200, (w, _) -> speaks(w, w.partner)),
        ours("weekly.pass", WeeklyRows::speaking, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> speaks(w, w.partner))
            .refused(PARTNER, 403, "not-yours"),
        written("note"),
        written("decision"),
        ours("weekly.close", WeeklyRows::revealed, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> seen(w, "weeklies", "\"state\":\"closed\""))
            .works(PARTNER, 200, (w, _) -> seen(w, "weeklies", "\"state\":\"closed\"")),
        ours("weekly.erase", WeeklyRows::revealed, WeeklyRows::about)
            .works(OWNER, 200, (w, _) -> onlyErased(w, w.owner, w.partner))
            .works(PARTNER, 200, (w, _) -> onlyErased(w, w.partner, w.owner)));
  }

  static List<Row> endpoints() {
    BiConsumer<World, Answer> listed =
        (w, a) -> assertThat(EndpointRows.ids(a, "items", "weekly")).containsExactly(w.thing);
    BiConsumer<World, Answer> read =
        (w, a) -> assertThat(a.body().path("weekly").asText()).isEqualTo(w.thing);
    BiConsumer<World, Answer> days =
        (w, a) -> assertThat(a.body().at("/0/rhythm").asText()).isEqualTo(w.thing);
    return List.of(
        get("/api/v1/weekly-rhythms", WeeklyRows::proposed)
            .works(OWNER, 200, days)
            .works(PARTNER, 200, days)
            .own(200, STRANGER, FORMER),
        get("/api/v1/weeklies", WeeklyRows::kept)
            .works(OWNER, 200, listed)
            .works(PARTNER, 200, listed)
            .own(200, STRANGER, FORMER),
        Row.endpoint(
                "GET /api/v1/weeklies/{id}",
                WeeklyRows::kept,
                (who, w, _) -> who.get("/api/v1/weeklies/" + w.thing))
            .works(OWNER, 200, read)
            .works(PARTNER, 200, read)
            .refusedOthers(404, "not-found"),
        get("/api/v1/weekly-drafts", WeeklyRows::kept)
            .works(OWNER, 200, listed)
            .works(
                PARTNER,
                200,
                (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
            .own(200, STRANGER, FORMER));
  }

  private static Row get(String path, Function<Home, World> given) {
    return Row.endpoint("GET " + path, given, (who, _, _) -> who.get(path));
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static ObjectNode proposal(World w) {
    var proposal = Sitting.inThreeHours();
    w.thing = proposal.path("rhythm").asText();
    return proposal;
  }

  /// The owner proposes a day and a time; it becomes the thing.
  private static World proposed(Home home) {
    var world = World.paired(home);
    world.owner.command(world.couple, "rhythm.propose", proposal(world)).expect(200);
    world.secrets.add(world.thing);
    return world;
  }

  /// This week's check-in is open and the owner has kept answers; it becomes the thing.
  private static World kept(Home home) {
    var world = World.paired(home);
    world.thing = sitting(world).weekly();
    world.secrets.add(world.thing);
    world.owner.command(null, "weekly.keep", answers(world)).expect(200);
    return world;
  }

  private static Sitting sitting(World world) {
    return Sitting.of(new Pair(world.owner, world.partner, world.couple));
  }

  /// Both were ready.
  private static World revealed(Home home) {
    var world = kept(home);
    world.partner.command(null, "weekly.keep", answers(world)).expect(200);
    for (var one : List.of(world.owner, world.partner)) {
      one.command(null, "weekly.ready", mine(world)).expect(200);
    }
    Awaitility.await()
        .atMost(Sitting.PATIENCE)
        .until(() ->
            one(world, world.owner).has("answers")
                && drafts(world.owner).isEmpty()
                && drafts(world.partner).isEmpty());
    return world;
  }

  private static World speaking(Home home) {
    var world = revealed(home);
    world.owner.command(world.couple, "weekly.speak", about(world)).expect(200);
    return world;
  }

  private static ObjectNode rhythm(World w) {
    return Api.data().put("rhythm", w.thing);
  }

  private static ObjectNode about(World w) {
    return Api.data().put("weekly", w.thing);
  }

  private static ObjectNode mine(World w) {
    return about(w).put("couple", w.couple);
  }

  private static ObjectNode answers(World w) {
    var answers =
        mine(w)
            .put("wentWell", w.canary())
            .put("hardThing", w.canary())
            .put("offer", w.canary())
            .put("together", w.canary());
    answers.putArray("appreciations").add(w.canary());
    answers
        .putArray("needs")
        .addObject()
        .put("agreement", Api.id().toString())
        .put("met", 3)
        .put("words", w.canary());
    return answers;
  }

  private static Row said(String what, boolean ready) {
    return Row.command("weekly." + what, false, WeeklyRows::kept, WeeklyRows::mine)
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(drafts(w.owner).at("/0/ready").asBoolean()).isEqualTo(ready))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(409, "not-paired");
  }

  /// @param what a note or a decision
  private static Row written(String what) {
    var kind = what.equals("note") ? "weekly.note" : "weekly.decide";
    BiConsumer<World, Answer> read = (w, _) -> seen(w, "weeklies", w.secrets.getLast());
    return ours(
            kind,
            WeeklyRows::revealed,
            w -> about(w).put(what, Api.id().toString()).put("version", 0).put("words", w.canary()))
        .works(OWNER, 200, read)
        .works(PARTNER, 200, read);
  }

  private static void seen(World w, String path, String text) {
    for (var person : List.of(w.owner, w.partner)) {
      assertThat(person.get("/api/v1/" + path).expect(200).raw().body()).contains(text);
    }
  }

  private static JsonNode rhythms(World w) {
    return w.partner.get("/api/v1/weekly-rhythms").expect(200).body();
  }

  private static JsonNode drafts(Api person) {
    return person.get("/api/v1/weekly-drafts").expect(200).body().path("items");
  }

  private static JsonNode one(World w, Api person) {
    return person.get("/api/v1/weeklies/" + w.thing).expect(200).body();
  }

  private static void keptByOwnerAlone(World w) {
    assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
    assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
  }

  private static void speaks(World w, Api person) {
    assertThat(one(w, w.owner).path("speaker").asText()).isEqualTo(World.id(person));
  }

  private static void onlyErased(World w, Api author, Api other) {
    for (var answer : one(w, other).path("answers")) {
      assertThat(answer.path("erased").asBoolean())
          .isEqualTo(answer.path("by").asText().equals(World.id(author)));
    }
  }
}
