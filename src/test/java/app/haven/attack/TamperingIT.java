package app.haven.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Device;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Someone signed in who writes other people's ids and places into their own requests.
class TamperingIT {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private static Home home;

  /// A couple with a time-out, whose id the stranger somehow knows.
  private static World world;

  @BeforeAll
  static void open() {
    home = new Home("tampering", Map.of("HAVEN_RATE_LIMITS", "off"));
    world = World.paired(home).calling();
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout.acknowledge",
        "timeout.checkIn",
        "timeout.extend",
        "timeout.return",
        "timeout.letGo",
        "timeout.note"
      })
  void aTimeOutOfOthersIsNoneInOnesOwnSpace(String kind) {
    var before = World.everything(world.partner);
    var foreign = world.stranger.command(world.strangersCouple, kind, about(kind, world.thing));
    var none = world.stranger.command(world.strangersCouple, kind, about(kind, random()));
    same(foreign.expect(404), none);
    assertThat(World.everything(world.partner)).isEqualTo(before);
  }

  private static ObjectNode about(String kind, String timeout) {
    var data = Api.data().put("timeout", timeout);
    if (kind.equals("timeout.extend")) return data.put("minutes", 40);
    return kind.equals("timeout.note") ? data.put("words", "hello") : data;
  }

  /// Not even that it exists can be learned.
  private static void same(Answer one, Answer other) {
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.raw().body()).isEqualTo(other.raw().body());
  }

  @Test
  void aSpaceOfOthersIsNone() {
    var data = Api.data().put("signal", "slower");
    for (var who : List.of(world.stranger, world.former, home.person("alone"))) {
      var foreign = who.command(world.couple, "signal.send", data);
      same(foreign.expect(409), who.command(random(), "signal.send", data));
      same(foreign, who.command(world.formerCouple, "signal.send", data));
      // One's own stream is no couple, and nobody else's is either.
      same(foreign, who.command(World.id(who), "signal.send", data));
      same(foreign, who.command(World.id(world.owner), "signal.send", data));
    }
  }

  @Test
  void aTakenIdIsNoOracle() {
    var call = Api.data().put("timeout", world.thing).put("minutes", 20);
    var before = World.everything(world.owner);
    world.stranger.command(world.strangersCouple, "timeout.call", call).expect(200);
    var id = Api.id();
    var signal = Api.command(id, world.couple, "signal.send", Api.data().put("signal", "slower"));
    var own = signal.deepCopy().put("couple", world.strangersCouple);
    assertThat(World.everything(world.owner)).isEqualTo(before);
    assertThat(world.owner.post("/api/v1/commands", signal).expect(200).body().path("repeated"))
        .isEqualTo(
            world.stranger.post("/api/v1/commands", own).expect(200).body().path("repeated"));
    var letGo = Api.data().put("timeout", world.thing);
    world.stranger.command(world.strangersCouple, "timeout.letGo", letGo).expect(200);
    assertThat(world.owner.get("/api/v1/timeouts/" + world.thing).body().has("ending")).isFalse();
  }

  @Test
  void aDraftOfOthersIsNone() {
    var drafting = World.paired(home).calling();
    var timeout = drafting.thing;
    drafting.drafting();
    for (var who : List.of(drafting.partner, drafting.stranger, drafting.former)) {
      var foreign = who.command(null, "draft.discard", Api.data().put("draft", drafting.thing));
      same(
          foreign.expect(404),
          who.command(null, "draft.discard", Api.data().put("draft", random())));
      var list = who.get("/api/v1/drafts?timeout=" + timeout);
      same(list.expect(200), who.get("/api/v1/drafts?timeout=" + random()));
    }
    for (var who : List.of(drafting.stranger, drafting.former)) {
      var keep = World.draft(drafting.thing, timeout, "mine now");
      var none = World.draft(random(), random(), "mine now");
      same(
          who.command(null, "draft.keep", keep).expect(404), who.command(null, "draft.keep", none));
    }
    assertThat(World.everything(drafting.owner))
        .contains(drafting.thing)
        .doesNotContain("mine now");
  }

  /// Also to the partner, and also with the couple or without it, where it does not belong.
  @ParameterizedTest
  @ValueSource(strings = {"gratitude.edit", "gratitude.pin", "gratitude.unpin", "gratitude.erase"})
  void anEntryOfAnOwnListIsNone(String kind) {
    var own = World.paired(home).gratefulAlone();
    for (var who : List.of(own.owner, own.partner, own.stranger, own.former)) {
      for (var couple : List.of(own.couple, own.strangersCouple)) {
        same(
            who.command(couple, kind, entry(kind, own.thing)),
            who.command(couple, kind, entry(kind, random())));
      }
      if (who == own.owner) continue;
      same(
          who.command(null, kind, entry(kind, own.thing)).expect(404),
          who.command(null, kind, entry(kind, random())));
    }
    assertThat(own.owner.get("/api/v1/gratitudes/" + own.thing).expect(200).body().has("editedAt"))
        .isFalse();
    assertThat(World.everything(own.owner)).contains(own.secrets.getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gratitude.thank", "gratitude.edit", "gratitude.pin", "gratitude.erase"})
  void anEntryOfAnotherCoupleIsNone(String kind) {
    var shared = World.paired(home).grateful();
    var before = World.everything(shared.partner);
    same(
        shared
            .stranger
            .command(shared.strangersCouple, kind, entry(kind, shared.thing))
            .expect(404),
        shared.stranger.command(shared.strangersCouple, kind, entry(kind, random())));
    assertThat(World.everything(shared.partner)).isEqualTo(before);
  }

  private static ObjectNode entry(String kind, String gratitude) {
    var data = Api.data().put("gratitude", gratitude);
    return kind.equals("gratitude.edit") ? data.put("what", "hello") : data;
  }

  @Test
  void anInviteOfOthersIsNone() {
    var invited = World.apart(home).invited();
    var path = "/api/v1/invites/";
    for (var who : List.of(invited.stranger, invited.former)) {
      same(who.get(path + invited.thing).expect(404), who.get(path + random()));
      same(who.delete(path + invited.thing).expect(404), who.delete(path + random()));
      same(
          who.post(path + invited.thing + "/confirm", null).expect(404),
          who.post(path + random() + "/confirm", null));
    }
    invited.owner.post(path + invited.thing + "/confirm", null).expect(200);
  }

  @Test
  void aTimeOutOfOthersReadsLikeNone() {
    for (var who : List.of(world.stranger, world.former)) {
      same(
          who.get("/api/v1/timeouts/" + world.thing).expect(404),
          who.get("/api/v1/timeouts/" + random()));
      same(who.get("/api/v1/timeouts/" + world.thing), who.get("/api/v1/timeouts/none"));
    }
  }

  @Test
  void aPlaceInAListOfOthersShowsOnlyOnesOwn() {
    world.owner.command(world.couple, "signal.send", Api.data().put("signal", "slower"));
    for (int seq : List.of(1, 2, 1000)) {
      var cursor = URL.encodeToString(Integer.toString(seq).getBytes(UTF_8));
      for (var list : List.of("/api/v1/timeouts?before=", "/api/v1/drafts?before=")) {
        var answer = world.former.get(list + cursor).expect(200);
        assertThat(answer.raw().body()).isEqualTo("{\"items\":[],\"next\":null}");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before=x",
        "before=LTE", // -1
        "before=MA", // 0
        "before=MSBvciAxPTE", // 1 or 1=1
        "before=OTk5OTk5OTk5OTk5OTk5OTk5OTk",
        "before=%00",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=1e2",
        "limit=%D9%A1"
      })
  void aPlaceThatIsNoneIsRefused(String query) {
    for (var list : List.of("/api/v1/timeouts?", "/api/v1/drafts?")) {
      assertThat(world.owner.get(list + query).expect(422).code()).isEqualTo("invalid");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"by", "at", "seq", "person", "stream", "from", "author", "target", "Id"})
  void whoAndWhenComeFromTheServer(String field) {
    var data = Api.data().put("signal", "slower");
    var command = Api.command(Api.id(), world.couple, "signal.send", data);
    var claim = World.id(world.partner);
    var outer = world.owner.post("/api/v1/commands", command.deepCopy().put(field, claim));
    assertThat(outer.expect(400).code()).isEqualTo("bad-frame");
    data.put(field, claim);
    assertThat(world.owner.post("/api/v1/commands", command).expect(422).code())
        .isEqualTo("invalid");
    var me = world.owner.patch("/api/v1/me", Api.data().put(field, claim));
    assertThat(me.expect(422).code()).isEqualTo("invalid");
  }

  @Test
  void aHelloWithPlacesOfOthersGetsNothingOfTheirs() {
    var places = world.owner.get("/api/v1/snapshot").body().path("streams").deepCopy();
    ((ObjectNode) places.path("ours")).put("seq", 0);
    ((ObjectNode) places.path("mine")).put("seq", 0);
    for (var who : List.of(world.stranger, world.former)) {
      try (var device = Device.open(who)) {
        var streams = device.hello(places).path("streams");
        assertThat(streams.path("mine").path("mode").asText()).isEqualTo("snapshot");
        if (who == world.former) assertThat(streams.has("ours")).isFalse();
        else assertThat(streams.path("ours").path("mode").asText()).isEqualTo("snapshot");
        assertThat(
                device
                    .run(
                        Api.command(
                            Api.id(),
                            world.couple,
                            "signal.send",
                            Api.data().put("signal", "slower")))
                    .path("problem")
                    .path("code")
                    .asText())
            .isEqualTo("not-paired");
        assertThat(device.all()).noneMatch(frame -> Device.is(frame, "event"));
      }
    }
  }
}
