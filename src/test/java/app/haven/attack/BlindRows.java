package app.haven.attack;

import static app.haven.attack.Role.FORMER;
import static app.haven.attack.Role.OWNER;
import static app.haven.attack.Role.PARTNER;
import static app.haven.attack.Role.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What both answer blind: until both are ready nobody learns anything of the other's answer, and
/// nobody takes the other's words back.
final class BlindRows {
  private BlindRows() {}

  static List<Row> commands() {
    return List.of(
        opened("expectation", w -> Api.data().put("topic", "money"), (_, _) -> {}),
        kept("expectation", home -> World.paired(home).expecting(), World::expected),
        discarded("expectation", home -> World.paired(home).expecting()),
        said("expectation", "ready", home -> World.paired(home).expecting(), true),
        said("expectation", "notReady", home -> World.paired(home).expecting(), false),
        ours(
                "expectation.mark",
                home -> World.paired(home).expecting().revealed("expectation"),
                w -> about(w, "expectation").put("line", "first").put("mark", "talk"))
            .works(OWNER, 200, (w, _) -> seen(w, "expectation", "talk"))
            .works(PARTNER, 200, (w, _) -> seen(w, "expectation", "talk")),
        erased("expectation", home -> World.paired(home).expecting().revealed("expectation")),
        opened(
            "worksheet",
            w -> Api.data().put("issue", w.canary()),
            (w, _) -> assertThat(World.everything(w.partner)).contains(w.secrets.getLast())),
        kept("worksheet", home -> World.paired(home).lookingAt(), World::looked),
        discarded("worksheet", home -> World.paired(home).lookingAt()),
        said("worksheet", "ready", home -> World.paired(home).lookingAt(), true),
        said("worksheet", "notReady", home -> World.paired(home).lookingAt(), false),
        ours(
                "worksheet.write",
                home -> World.paired(home).lookingAt().revealed("worksheet"),
                w -> about(w, "worksheet").put("version", 0).put("words", w.canary()))
            .works(OWNER, 200, (w, _) -> seen(w, "worksheet", w.secrets.getLast()))
            .works(PARTNER, 200, (w, _) -> seen(w, "worksheet", w.secrets.getLast())),
        ours("worksheet.close", home -> World.paired(home).lookingAt(), w -> about(w, "worksheet"))
            .works(OWNER, 200, (w, _) -> seen(w, "worksheet", "\"state\":\"closed\""))
            .refused(PARTNER, 403, "not-yours"),
        erased("worksheet", home -> World.paired(home).lookingAt().revealed("worksheet")));
  }

  static List<Row> endpoints() {
    return List.of(
        list("expectation", home -> World.paired(home).expecting()),
        one("expectation", home -> World.paired(home).expecting()),
        drafts("expectation", home -> World.paired(home).expecting()),
        list("worksheet", home -> World.paired(home).lookingAt()),
        one("worksheet", home -> World.paired(home).lookingAt()),
        drafts("worksheet", home -> World.paired(home).lookingAt()));
  }

  private static ObjectNode about(World w, String kind) {
    return Api.data().put(kind, w.thing);
  }

  private static ObjectNode mine(World w, String kind) {
    return about(w, kind).put("couple", w.couple);
  }

  private static Row ours(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind, true, given, data).refusedOthers(409, "not-paired");
  }

  private static Row opened(
      String kind, Function<World, ObjectNode> data, BiConsumer<World, Answer> read) {
    BiConsumer<World, Answer> effect =
        (w, answer) -> {
          seen(w, kind, w.thing);
          read.accept(w, answer);
        };
    return ours(
            kind + ".open",
            World::paired,
            w -> {
              w.thing = Api.id().toString();
              return about(w, kind).setAll(data.apply(w));
            })
        .works(OWNER, 200, effect)
        .works(PARTNER, 200, effect);
  }

  private static void seen(World w, String kind, String text) {
    for (var person : List.of(w.owner, w.partner)) {
      var list = person.get("/api/v1/" + kind + "s").expect(200).raw().body();
      assertThat(list).contains(text);
    }
  }

  private static Row kept(
      String kind, Function<Home, World> given, Function<World, ObjectNode> data) {
    return Row.command(kind + ".keep", false, given, data)
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

  private static Row discarded(String kind, Function<Home, World> given) {
    return Row.command(kind + ".discard", false, given, w -> about(w, kind))
        .works(
            OWNER,
            200,
            (w, _) -> assertThat(World.everything(w.owner)).doesNotContain(w.secrets.getLast()))
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(404, "not-found");
  }

  private static Row said(String kind, String what, Function<Home, World> given, boolean ready) {
    return Row.command(kind + "." + what, false, given, w -> mine(w, kind))
        .works(
            OWNER,
            200,
            (w, _) -> {
              var own = w.owner.get("/api/v1/" + kind + "-drafts").expect(200).body();
              assertThat(own.at("/items/0/ready").asBoolean()).isEqualTo(ready);
            })
        .refused(PARTNER, 404, "not-found")
        .refusedOthers(409, "not-paired");
  }

  private static Row erased(String kind, Function<Home, World> given) {
    return ours(kind + ".erase", given, w -> about(w, kind))
        .works(OWNER, 200, (w, _) -> onlyErased(w, kind, w.owner, w.partner))
        .works(PARTNER, 200, (w, _) -> onlyErased(w, kind, w.partner, w.owner));
  }

  private static void onlyErased(World w, String kind, Api author, Api other) {
    var view = other.get("/api/v1/" + kind + "s/" + w.thing).expect(200).body();
    for (var answer : view.path("answers")) {
      assertThat(answer.path("erased").asBoolean())
          .isEqualTo(answer.path("by").asText().equals(World.id(author)));
    }
  }

  private static Row list(String kind, Function<Home, World> given) {
    var path = "/api/v1/" + kind + "s";
    BiConsumer<World, Answer> listed =
        (w, a) -> assertThat(EndpointRows.ids(a, "items", kind)).containsExactly(w.thing);
    return Row.endpoint("GET " + path, given, (who, _, _) -> who.get(path))
        .works(OWNER, 200, listed)
        .works(PARTNER, 200, listed)
        .own(200, STRANGER, FORMER);
  }

  private static Row one(String kind, Function<Home, World> given) {
    var path = "/api/v1/" + kind + "s/";
    BiConsumer<World, Answer> read =
        (w, a) -> assertThat(a.body().path(kind).asText()).isEqualTo(w.thing);
    return Row.endpoint("GET " + path + "{id}", given, (who, w, _) -> who.get(path + w.thing))
        .works(OWNER, 200, read)
        .works(PARTNER, 200, read)
        .refusedOthers(404, "not-found");
  }

  private static Row drafts(String kind, Function<Home, World> given) {
    var path = "/api/v1/" + kind + "-drafts";
    return Row.endpoint("GET " + path, given, (who, _, _) -> who.get(path))
        .works(
            OWNER,
            200,
            (w, a) -> assertThat(EndpointRows.ids(a, "items", kind)).containsExactly(w.thing))
        .works(
            PARTNER,
            200,
            (_, a) -> assertThat(a.raw().body()).isEqualTo("{\"items\":[],\"next\":null}"))
        .own(200, STRANGER, FORMER);
  }
}
