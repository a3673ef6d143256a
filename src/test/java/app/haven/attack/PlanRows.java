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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Ideas and plans of both, and surprises that are nobody's but their author's until they open.
final class PlanRows {
  private PlanRows() {}

  static List<Row> commands() {
    return List.of(
        add(), takeBack(), make(), answer(), lead(), letGo(), hide(), reveal(), discard());
  }

  static List<Row> endpoints() {
    return List.of(list("plans", PlanRows::planning), list("ideas", PlanRows::adding));
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static JsonNode newest(Api person, String list) {
    return person.get("/api/v1/" + list).expect(200).body().path("items").path(0);
  }

  private static World with(Home home) {
    var world = World.paired(home);
    world.thing = Api.id().toString();
    world.secrets.add(world.thing);
    return world;
  }

  private static ObjectNode idea(World w) {
    return Api.data().put("idea", w.thing);
  }

  private static ObjectNode plan(World w) {
    return Api.data().put("plan", w.thing);
  }

  private static World adding(Home home) {
    var world = with(home);
    var idea = idea(world).put("words", world.canary());
    world.owner.command(world.couple, "idea.add", idea).expect(200);
    return world;
  }

  private static World planning(Home home) {
    var world = with(home);
    var plan = plan(world).put("words", world.canary());
    world.owner.command(world.couple, "plan.make", plan).expect(200);
    return world;
  }

  private static World hiding(Home home) {
    var world = with(home);
    world.owner.command(null, "plan.hide", hidden(world, world.thing)).expect(200);
    return world;
  }

  private static ObjectNode hidden(World w, String plan) {
    return Api.data()
        .put("plan", plan)
        .put("couple", w.couple)
        .put("words", w.canary())
        .put("revealAt", Instant.now().plus(Duration.ofHours(1)).toString());
  }

  private static Row add() {
    return ours(
            "idea.add",
            World::paired,
            w -> Api.data().put("idea", Api.id().toString()).put("words", w.canary()))
        .works(OWNER, 200, (w, _) -> stands(w, "ideas", "author", w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> stands(w, "ideas", "author", w.partner, w.owner));
  }

  private static void stands(World w, String list, String by, Api author, Api other) {
    var read = newest(other, list);
    assertThat(read.path(by).asText()).isEqualTo(World.id(author));
    assertThat(read.path("words").asText()).isEqualTo(w.secrets.getLast());
  }

  private static Row takeBack() {
    return ours("idea.takeBack", PlanRows::adding, PlanRows::idea)
        .works(
            OWNER, 200, (w, _) -> assertThat(World.everything(w.partner)).doesNotContain(w.thing))
        .refused(PARTNER, 403, "not-yours");
  }

  private static Row make() {
    return ours(
            "plan.make",
            World::paired,
            w -> Api.data().put("plan", Api.id().toString()).put("words", w.canary()))
        .works(OWNER, 200, (w, _) -> stands(w, "plans", "maker", w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> stands(w, "plans", "maker", w.partner, w.owner));
  }

  private static Row answer() {
    return ours(
            "plan.answer",
            PlanRows::planning,
            w -> plan(w).put("answer", "not_for_me").put("words", w.canary()))
        .works(
            PARTNER,
            200,
            (w, _) ->
                assertThat(newest(w.owner, "plans").path("answerWords").asText())
                    .isEqualTo(w.secrets.getLast()))
        .refused(OWNER, 403, "not-yours");
  }

  private static Row lead() {
    return ours("plan.lead", PlanRows::planning, w -> plan(w).put("lead", true))
        .works(OWNER, 200, (w, _) -> leads(w.partner, w.owner))
        .works(PARTNER, 200, (w, _) -> leads(w.owner, w.partner));
  }

  private static void leads(Api reader, Api leader) {
    assertThat(newest(reader, "plans").path("leader").asText()).isEqualTo(World.id(leader));
  }

  /// Either of the two: a no needs nobody's leave.
  private static Row letGo() {
    return ours("plan.letGo", PlanRows::planning, PlanRows::plan)
        .works(OWNER, 200, (w, _) -> assertThat(newest(w.partner, "plans").has("letGoAt")).isTrue())
        .works(
            PARTNER, 200, (w, _) -> assertThat(newest(w.owner, "plans").has("letGoAt")).isTrue());
  }

  /// Nobody but its author can tell of it; for those whose couple it is not, it is none.
  private static Row hide() {
    return Row.command("plan.hide", false, World::paired, w -> hidden(w, Api.id().toString()))
        .works(
            OWNER,
            200,
            (w, _) -> {
              assertThat(World.everything(w.owner)).contains(w.secrets.getLast());
              assertThat(World.everything(w.partner)).doesNotContain(w.secrets.getLast());
            })
        .own(200, PARTNER)
        .refusedOthers(409, "not-paired");
  }

  private static Row reveal() {
    return ours("plan.reveal", PlanRows::hiding, PlanRows::plan)
        .works(OWNER, 200, (w, _) -> stands(w, "plans", "maker", w.owner, w.partner))
        .refused(PARTNER, 404, "not-found");
  }

  private static Row discard() {
    return Row.command("plan.discard", false, PlanRows::hiding, PlanRows::plan)
        .works(OWNER, 200, (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.thing))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row list(String list, Function<Home, World> given) {
    var id = list.substring(0, list.length() - 1);
    return Row.endpoint("GET /api/v1/" + list, given, (who, _, _) -> who.get("/api/v1/" + list))
        .works(OWNER, 200, (w, a) -> listed(w, a.body(), id))
        .works(PARTNER, 200, (w, a) -> listed(w, a.body(), id))
        .own(200, STRANGER, FORMER);
  }

  private static void listed(World w, JsonNode page, String id) {
    assertThat(page.path("items").findValuesAsText(id)).containsExactly(w.thing);
  }
}
