package app.haven.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import app.haven.local.Places;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rules of `safety-and-tone.md` that say what one of the two can never do to the other, or
/// learn about them.
class SafetyIT {
  private static final int WITHIN_MS = 5_000;

  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("safety", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static ObjectNode signal() {
    return Api.data().put("signal", "may_need_space");
  }

  /// S1. The partner keeps the shared stream's lock as busy as they can.
  @Test
  void nobodyHoldsBackWhoTakesSpaceOrLeaves() {
    var world = World.paired(home);
    var stop = new AtomicBoolean();
    var answers = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++)
      answers.add(
          CompletableFuture.supplyAsync(() -> flood(world, stop), Thread::startVirtualThread));
    try {
      long start = System.nanoTime();
      world.calling();
      world.owner.delete("/api/v1/couple").expect(204);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(Duration.ofMillis(WITHIN_MS));
    } finally {
      stop.set(true);
    }
    // Each of the four heard at once that the space is closed.
    assertThat(answers).allSatisfy(last -> assertThat(last.join()).isEqualTo(409));
    world.partner.command(world.couple, "signal.send", signal()).expect(409);
  }

  private static int flood(World world, AtomicBoolean stop) {
    int status = 200;
    while (!stop.get() || status != 409) {
      status =
          world
              .partner
              .command(
                  world.couple, "timeout.letGo", Api.data().put("timeout", Api.id().toString()))
              .status();
    }
    return status;
  }

  /// S1. What ended stays ended: an old invite, a repeated claim or confirmation opens nothing.
  @Test
  void nobodyBringsBackWhatTheOtherLeft() {
    var world = World.apart(home);
    var code = world.inviting();
    World.claim(world.partner, code).expect(200);
    var confirm = "/api/v1/invites/" + world.thing + "/confirm";
    world.owner.post(confirm, null).expect(200);
    world.partner.delete("/api/v1/couple").expect(204);
    assertThat(world.owner.post(confirm, null).status()).isEqualTo(404);
    assertThat(World.claim(world.owner, code).status()).isEqualTo(404);
    assertThat(World.claim(world.partner, code).status()).isEqualTo(404);
    for (var one : List.of(world.owner, world.partner)) {
      assertThat(one.get("/api/v1/me").body().path("couple").isNull()).isTrue();
    }
  }

  /// S3. The partner's answers and frames, byte for byte, while the other writes only for
  /// themselves.
  @Test
  void whatIsPrivateLeavesNoTraceWithThePartner() {
    var world = World.paired(home).calling();
    try (var partner = Device.following(world.partner)) {
      var before = World.everything(world.partner);
      int frames = frames(partner).size();
      var timeout = world.thing;
      for (int i = 0; i < 5; i++) {
        world.thing = timeout;
        world.drafting();
        var again = World.draft(world.thing, timeout, world.canary());
        world.owner.command(null, "draft.keep", again).expect(200);
      }
      world.owner.command(null, "draft.discard", Api.data().put("draft", world.thing)).expect(200);
      world.gratefulAlone();
      var entry = Api.data().put("gratitude", world.thing);
      world.owner.command(null, "gratitude.pin", entry).expect(200);
      world.owner.command(null, "gratitude.erase", entry).expect(200);
      world.feeling();
      var moment = Api.data().put("moment", world.thing);
      var anew = moment.deepCopy().put("feeling", "scared").put("intensity", 5);
      world.owner.command(null, "feeling.keep", anew).expect(200);
      world.owner.command(null, "feeling.drop", moment).expect(200);
      var word = Api.data().put("word", Api.id().toString()).put("words", world.canary());
      world.owner.command(null, "feeling.keepWord", word).expect(200);
      world.owner.command(null, "feeling.level", Api.data().put("level", "all")).expect(200);
      var remind = Api.data().put("reminder", 1).put("at", "09:00");
      world.owner.command(null, "feeling.remind", remind).expect(200);
      world.owner.patch("/api/v1/me", Api.data().put("timeZone", "Asia/Tokyo")).expect(200);
      settle(partner);
      assertThat(World.everything(world.partner)).isEqualTo(before);
      assertThat(frames(partner)).hasSize(frames);
      // No gap in the numbering tells of them either.
      world.owner.command(world.couple, "signal.send", signal()).expect(200);
      assertThat(partner.event("signal.sent").path("seq").asInt()).isEqualTo(2);
    }
  }

  private static void settle(Device device) {
    device.send(Api.data().put("type", "ping").put("n", 9));
    device.await(frame -> Device.is(frame, "pong"));
  }

  /// All but the heartbeat.
  private static List<JsonNode> frames(Device device) {
    return device.all().stream()
        .filter(frame -> !Device.is(frame, "ping") && !Device.is(frame, "pong"))
        .toList();
  }

  /// S5. Who left, why and whether by erasing cannot be told apart by whoever stays; nor does
  /// either of the two read what was shared.
  @Test
  void leavingLooksTheSameWhoeverDoesItAndHow() {
    var staying = new ArrayList<String>();
    staying.add(afterwards(pair -> pair.first().delete("/api/v1/couple")));
    staying.add(afterwards(pair -> pair.second().delete("/api/v1/couple")));
    staying.add(afterwards(pair -> pair.first().delete("/api/v1/me")));
    assertThat(staying.stream().distinct()).hasSize(1);
    assertThat(staying.getFirst())
        .contains("closed")
        .doesNotContain("left", "ended", "eras", "reason");
  }

  private interface Leaving {
    Api.Answer by(Pair pair);
  }

  /// What the second of the two sees and reads after the first, or they themselves, left.
  private static String afterwards(Leaving leaving) {
    var pair = home.pair();
    var timeout = Api.id().toString();
    pair.first()
        .command(
            pair.couple(), "timeout.call", Api.data().put("timeout", timeout).put("minutes", 30))
        .expect(200);
    try (var device = Device.following(pair.second())) {
      int known = device.all().size();
      assertThat(leaving.by(pair).status()).isEqualTo(204);
      device.event("couple.closed");
      Awaitility.await().until(() -> isClosed(device));
      settle(device);
      pair.second().get("/api/v1/timeouts/" + timeout).expect(404);
      var told = new ArrayList<String>();
      for (var frame : frames(device)) {
        if (device.all().indexOf(frame) >= known) told.add(neutral(frame, pair));
      }
      told.sort(null);
      told.add(neutral(pair.second().command(pair.couple(), "signal.send", signal()).body(), pair));
      told.add(World.everything(pair.second()).replaceAll("\"(id|epoch)\":\"[^\"]*\"", "\"$1\":…"));
      return String.join("\n", told);
    }
  }

  private static boolean isClosed(Device device) {
    return device.all().stream()
        .anyMatch(f -> Device.is(f, "stream") && f.path("mode").asText().equals("closed"));
  }

  private static String neutral(JsonNode frame, Pair pair) {
    return frame
        .toString()
        .replace(pair.couple(), "<couple>")
        .replaceAll("\"(at|epoch|command|person)\":\"[^\"]*\"", "\"$1\":…");
  }

  /// S6. What was taken back cannot be read by anyone who copies the database, even with the master
  /// key, in no version; the other's thanks stay theirs until they take those back.
  @Test
  void takingBackDestroysOnesWordsAndNobodyElses() throws Exception {
    var world = World.paired(home).grateful().thanked();
    var canaries = world.secrets.stream().filter(s -> s.startsWith("canary")).toList();
    var thanks = canaries.getLast();
    var entry = Api.data().put("gratitude", world.thing);
    var better = Canary.word();
    world
        .owner
        .command(world.couple, "gratitude.edit", entry.deepCopy().put("what", better))
        .expect(200);
    var thief = new Thief(Places.target("nodes").resolve("master.key"));
    assertThat(thief.loot(home.database()).toString()).contains(better, thanks);

    world.owner.command(world.couple, "gratitude.erase", entry).expect(200);
    var gone = List.of(better, canaries.get(2), canaries.get(3));
    var loot = thief.loot(home.database()).toString();
    assertThat(Canary.in(loot, gone)).isEmpty();
    assertThat(loot).contains(thanks);
    world.partner.command(world.couple, "gratitude.erase", entry).expect(200);
    assertThat(thief.loot(home.database()).toString()).doesNotContain(thanks);
  }

  /// S6. The words of whoever erased themselves cannot be read by anyone who copies the database,
  /// even with the master key; those of the other stay theirs.
  @Test
  void erasingDestroysOnesWordsAndNobodyElses() throws Exception {
    var world = World.paired(home).calling().drafting();
    var gone = world.secrets.stream().filter(s -> s.startsWith("canary")).toList();
    var name = gone.get(1);
    var note = Canary.word();
    var shared =
        world.owner.get("/api/v1/timeouts").body().path("items").path(0).path("timeout").asText();
    world
        .partner
        .command(world.couple, "timeout.note", Api.data().put("timeout", shared).put("words", note))
        .expect(200);
    var kept = Canary.word();
    world
        .partner
        .command(null, "draft.keep", World.draft(Api.id().toString(), shared, kept))
        .expect(200);

    var thief = new Thief(Places.target("nodes").resolve("master.key"));
    assertThat(Canary.in(thief.loot(home.database()).toString(), gone)).isEqualTo(gone);
    try (var device = Device.following(world.owner)) {
      world.owner.delete("/api/v1/me").expect(204);
      assertThat(device.closeCode(Duration.ofSeconds(10))).isEqualTo(4504);
    }
    var loot = thief.loot(home.database()).toString();
    assertThat(Canary.in(loot, gone)).containsExactly(name);
    assertThat(loot).contains(note, kept, name);
    assertThat(World.everything(world.partner)).contains(kept, name);

    var anew = world.owner.get("/api/v1/me").expect(200).body();
    assertThat(world.secrets).doesNotContain(anew.path("id").asText());
    assertThat(Canary.in(World.everything(world.owner), gone)).isEmpty();
  }
}
