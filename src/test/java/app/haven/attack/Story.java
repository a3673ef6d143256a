package app.haven.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.local.LocalServers;
import app.haven.notify.PushServer;
import app.haven.notify.Subscriber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/// Every command with unique words in every field, through both doors, in good and in bad weather.
final class Story {
  final List<String> words = new ArrayList<>();

  /// What the people concerned were sent, and what everybody else was.
  final List<JsonNode> theirs = new ArrayList<>();

  final List<String> others = new ArrayList<>();
  final List<Answer> errors = new ArrayList<>();

  /// Kind and field of every piece of data that was sent.
  final Set<String> flown = new TreeSet<>();

  /// What browsers read that were reached.
  final List<String> pushes = new ArrayList<>();

  private final List<Subscriber> subscribers = new ArrayList<>();
  private final Home home;
  private final PushServer push;

  Story(Home home, PushServer push) {
    this.home = home;
    this.push = push;
  }

  private String word() {
    var word = Canary.word();
    words.add(word);
    return word;
  }

  void inGoodWeather() {
    for (var row : CommandRows.all()) inGoodWeather(row);
  }

  private void inGoodWeather(Row row) {
    var world = row.given.apply(home);
    subscribers.add(Subscriber.of(push, world.owner));
    subscribers.add(Subscriber.of(push, world.partner));
    try (var owner = Device.following(world.owner);
        var partner = Device.following(world.partner);
        var stranger = Device.following(world.stranger);
        var former = Device.following(world.former)) {
      var own = new ArrayList<String>();
      for (var role : Role.values()) {
        var command = Objects.requireNonNull(row.command).apply(world);
        command.path("data").fieldNames().forEachRemaining(f -> flown.add(row.name + " " + f));
        var answer = world.who(role).post("/api/v1/commands", command);
        if (answer.status() != 200) errors.add(answer);
        if (role == Role.STRANGER || role == Role.FORMER) {
          command.path("data").forEach(value -> own.add(value.asText()));
        }
        if (role == Role.OWNER) theirs.add(owner.run(command));
        if (role == Role.PARTNER) theirs.add(partner.run(command));
      }
      for (var device : List.of(owner, partner)) theirs.addAll(device.all());
      for (var person : List.of(world.owner, world.partner)) {
        for (var read : World.READS) {
          theirs.add(person.get("/api/v1/" + read).body());
        }
      }
      for (var device : List.of(stranger, former)) {
        others.add(without(own, device.all().toString()));
      }
      for (var person : List.of(world.stranger, world.former)) {
        others.add(without(own, World.everything(person)));
      }
    }
    world.secrets.stream().filter(secret -> secret.startsWith("canary")).forEach(words::add);
  }

  /// What somebody keeps for themselves they may read.
  private static String without(List<String> own, String text) {
    return own.stream().reduce(text, (rest, word) -> rest.replace(word, "…"));
  }

  /// Until nothing waits to reach anybody.
  void everybodyIsReached() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          keepNothingBack();
          return waiting() == 0;
        });
    for (var one : subscribers) one.got().forEach(got -> pushes.add(one.read(got)));
  }

  /// What waits for the end of a time with the phones down comes now.
  private void keepNothingBack() throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "update phones_down set until_at = now() where over_at is null and until_at is not null");
      statement.execute("update notice set due_at = now() where held");
    }
  }

  private int waiting() throws SQLException {
    try (var connection = home.database().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from notice")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private ObjectNode checkIn(World world) {
    return Api.data().put("timeout", world.thing).put("words", word());
  }

  /// PostgreSQL's message repeats the whole row.
  void constraintsClash() throws SQLException {
    var world = World.paired(home).calling();
    try (var connection = home.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "alter table event add constraint tripwire check (kind <> 'timeout.checkedIn') not valid");
      var answer = world.owner.command(world.couple, "timeout.checkIn", checkIn(world));
      errors.add(answer.expect(500));
      statement.execute("alter table event drop constraint tripwire");
    }
    world.owner.command(world.couple, "timeout.checkIn", checkIn(world)).expect(200);
  }

  /// In the middle of a command: its stream's row is held until its connection is cut.
  void theDatabaseGoesAway() throws Exception {
    var world = World.paired(home).calling();
    try (var held = home.database().connect();
        var admin = LocalServers.postgres().admin().connect()) {
      held.setAutoCommit(false);
      try (var lock = held.prepareStatement("select * from stream where id = ?::uuid for update")) {
        lock.setString(1, world.couple);
        lock.executeQuery();
      }
      var data = checkIn(world);
      var running =
          CompletableFuture.supplyAsync(
              () -> world.owner.command(world.couple, "timeout.checkIn", data),
              Thread::startVirtualThread);
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> cutWaiting(admin) > 0);
      errors.add(running.get().expect(503));
      held.rollback();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            world.owner.command(world.couple, "timeout.checkIn", checkIn(world)).status() == 200);
  }

  private int cutWaiting(Connection admin) throws SQLException {
    try (var cut =
        admin.prepareStatement(
            "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = ?")) {
      cut.setString(1, home.database().url().replaceFirst(".*/", ""));
      int count = 0;
      try (var rows = cut.executeQuery()) {
        while (rows.next()) count++;
      }
      return count;
    }
  }

  /// Everything that cannot be read, with words in every part of it.
  void unreadable() {
    var world = World.paired(home).calling();
    var me = world.owner;
    var data = Api.data().put("timeout", world.thing);
    var wrong =
        List.of(
            me.command(
                world.couple, "timeout.note", data.deepCopy().put("words", word() + "\u0007")),
            me.command(
                world.couple, "timeout.note", data.deepCopy().put("words", word().repeat(20))),
            me.command(world.couple, "timeout.note", data.deepCopy().put("a " + word(), word())),
            me.command(world.couple, word(), data),
            me.command(word(), "timeout.note", data),
            me.command(null, "signal.send", Api.data().put("signal", word())),
            me.post("/api/v1/commands", "{\"type\":\"command\",\"data\":\"" + word()),
            me.post("/api/v1/commands", Api.data().put(word(), word())),
            me.patch("/api/v1/me", Api.data().put("displayName", "two\n" + word())),
            me.patch("/api/v1/me", Api.data().put("timeZone", word()).put("locale", word())),
            me.post("/api/v1/invites/claim", Api.data().put("code", word())),
            world.former.post("/api/v1/invites/claim", Api.data().put("code", word())),
            me.get("/api/v1/timeouts/" + word()),
            me.get("/api/v1/timeouts?before=" + word()),
            me.get("/api/v1/drafts?timeout=" + word()),
            me.get("/api/v1/gratitudes/" + word()),
            me.get("/api/v1/gratitudes?list=" + word()),
            me.post("/api/v1/gratitudes/search", Api.data().put("words", word() + "\u0007")),
            me.post("/api/v1/gratitudes/search", Api.data().put("words", word()).put(word(), 1)),
            me.command(
                world.couple,
                "gratitude.add",
                Api.data()
                    .put("gratitude", Api.id().toString())
                    .put("what", word())
                    .put("on", word())),
            me.get("/api/v1/repairs/" + word()),
            me.get("/api/v1/repairs/threads/" + word()),
            me.get("/api/v1/bids/" + word()),
            me.get("/api/v1/bids?before=" + word()),
            me.get("/api/v1/concerns/" + word()),
            me.get("/api/v1/concern-drafts?before=" + word()),
            me.get("/api/v1/questions/" + word()),
            me.get("/api/v1/own-questions?before=" + word()),
            me.get("/api/v1/question-drafts?before=" + word()),
            me.get("/api/v1/activities/" + word()),
            me.get("/api/v1/phones-down/" + word()),
            me.get("/api/v1/agreements/" + word()),
            me.get("/api/v1/agreements/" + word() + "/history"),
            me.command(
                world.couple,
                "agreement.propose",
                world.spacePlan(Api.id().toString()).put("kind", word())),
            me.get("/api/v1/" + word()),
            me.get("/help/" + word() + ";x"),
            new Api(home.node().uri(), word()).get("/api/v1/me"));
    assertThat(wrong).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
    errors.addAll(wrong);
    for (var text :
        List.of(
            word(),
            "{\"type\":\"" + word() + "\"}",
            "{\"type\":\"hello\",\"device\":\"" + word().repeat(3) + "\"}",
            "{\"type\":\"hello\",\"device\":\"d\",\"after\":{\"" + word() + "\":1}}",
            "{\"type\":\"command\",\"id\":\""
                + word()
                + "\",\"kind\":\""
                + word()
                + "\",\"data\":{}}")) {
      try (var device = Device.open(me)) {
        device.sendText(text);
        others.add(device.await(frame -> Device.is(frame, "refused")).toString());
      }
    }
    try (var device = Device.open(me)) {
      device.sendBinary(word().getBytes(UTF_8));
      device.closeCode(Duration.ofSeconds(10));
    }
  }
}
