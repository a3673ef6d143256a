package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The limits as they ship, heartbeat included. Peers that stay silent begin with the class, so
/// that the others run while they are waited for.
class LimitsIT {
  private static final int AT_ONCE = 16;
  private static final int COMMANDS = 20;

  private static Home home;
  private static Talk alive;
  private static Device answers;
  private static CompletableFuture<Silence> dead;
  private static CompletableFuture<Silence> neverGreets;

  /// How long after its opening a peer that says nothing more was pinged and closed.
  private record Silence(long pinged, int code, long closed) {}

  @BeforeAll
  static void start() {
    home = new Home("limits", Map.of());
    var silent = home.person("silent");
    silent.get("/api/v1/me").expect(200);
    dead = inBackground(() -> silence(silent, true));
    neverGreets = inBackground(() -> silence(silent, false));
    alive = Talk.begin(home.pair());
    answers = Device.following(alive.pair().second());
  }

  /// Not in the common pool: on two cores that is one thread, which the JDK's WebSockets need.
  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private static Silence silence(Api person, boolean greets) {
    var device = Device.open(person, false, List.of());
    long opened = System.nanoTime();
    long pinged = 0;
    if (greets) {
      device.hello(Api.data());
      device.await(f -> Device.is(f, "ping"), Duration.ofSeconds(30));
      pinged = millis(opened);
    }
    int code = device.closeCode(Duration.ofSeconds(40));
    return new Silence(pinged, code, millis(opened));
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  @Test
  void sixteenAreInFlightAndTheSeventeenthIsTooMuch() throws SQLException {
    var talk = Talk.begin(home.pair());
    try (var device = Device.following(talk.pair().first());
        var database = home.database().connect()) {
      database.setAutoCommit(false);
      try (var lock = database.prepareStatement("select 1 from stream where id = ? for update")) {
        lock.setObject(1, UUID.fromString(talk.pair().couple()));
        lock.execute();
      }
      var sent = new ArrayList<String>();
      for (int i = 0; i <= AT_ONCE; i++) {
        var command = talk.checkIn("number " + i);
        sent.add(command.path("id").asText());
        device.send(command);
      }
      var refused = device.await(f -> Device.is(f, "refused") || Device.is(f, "ok"));
      assertThat(refused.path("id").asText()).isEqualTo(sent.getLast());
      assertThat(refused.path("problem").path("code").asText()).isEqualTo("rate");
      assertThat(refused.path("problem").path("after").asInt()).isPositive();
      database.rollback();
      for (int i = 0; i < AT_ONCE; i++) device.await(f -> Device.is(f, "ok"));
      assertThat(device.all()).filteredOn(f -> Device.is(f, "refused")).hasSize(1);
    }
  }

  @Test
  void twentyCommandsInTenSecondsThroughBothDoorsTogether() {
    var talk = Talk.begin(home.pair());
    try (var device = Device.following(talk.pair().first())) {
      long start = System.nanoTime();
      for (int i = 1; i < COMMANDS; i++) talk.say(device, "number " + i);
      var command = talk.checkIn("one more");
      var problem = device.run(command).path("problem");
      long after = problem.path("after").asLong();
      long asked = System.nanoTime();
      assertThat(problem.path("code").asText()).isEqualTo("rate");
      assertThat(after).isBetween(1L, 10_000L);
      var rest = talk.pair().first().post("/api/v1/commands", command).expect(429);
      assertThat(rest.body().path("after").asLong()).isBetween(1L, after);
      assertThat(rest.raw().headers().firstValueAsLong("Retry-After").orElseThrow())
          .isBetween(1L, 11L);
      // The limit is one person's: the partner is heard.
      talk.pair()
          .second()
          .command(
              talk.pair().couple(),
              "timeout.acknowledge",
              Api.data().put("timeout", talk.timeout()))
          .expect(200);
      await().atMost(Duration.ofSeconds(15)).until(() -> Device.is(device.run(command), "ok"));
      assertThat(millis(asked)).isGreaterThan(after - 500);
      assertThat(millis(start)).isGreaterThan(after);
    }
  }

  @Test
  void moreThanAHundredRefusalsAreTooMany() {
    var person = home.person("stubborn");
    try (var device = Device.open(person)) {
      device.hello(Api.data());
      for (int i = 0; i < 100; i++) device.sendText("nonsense");
      device.send(Api.data().put("type", "ping").put("n", 1));
      device.await(f -> Device.is(f, "pong"));
      device.sendText("nonsense");
      assertThat(device.closeCode(Duration.ofSeconds(10))).isEqualTo(4429);
      assertThat(device.all()).filteredOn(f -> Device.is(f, "refused")).hasSizeBetween(100, 101);
    }
    try (var device = Device.open(person)) {
      device.hello(Api.data());
    }
  }

  @Test
  void theSixthSocketReplacesTheOldest() {
    var person = home.person("everywhere");
    var devices = new ArrayList<Device>();
    for (int i = 0; i < 6; i++) {
      devices.add(Device.open(person));
      devices.getLast().hello(Api.data());
    }
    assertThat(devices.removeFirst().closeCode(Duration.ofSeconds(10))).isEqualTo(4409);
    for (var device : devices) {
      device.send(Api.data().put("type", "ping").put("n", 1));
      device.await(f -> Device.is(f, "pong"));
      device.close();
    }
  }

  @Test
  void whoNeverSaysHelloIsClosed() {
    var silence = neverGreets.join();
    assertThat(silence.code()).isEqualTo(4408);
    assertThat(silence.closed()).isBetween(4_900L, 7_000L);
  }

  @Test
  void aDeadPeerIsGoneWithin32SecondsAndALivingOneStays() {
    var silence = dead.join();
    assertThat(silence.code()).isEqualTo(4408);
    assertThat(silence.pinged()).isBetween(17_900L, 22_500L);
    assertThat(silence.closed() - silence.pinged()).isGreaterThan(9_500);
    assertThat(silence.closed()).isLessThan(32_000);

    assertThat(answers.all()).anyMatch(f -> Device.is(f, "ping"));
    try (var caller = Device.following(alive.pair().first())) {
      var ok = alive.say(caller, "still here");
      assertThat(answers.event("timeout.checkedIn").path("command")).isEqualTo(ok.path("id"));
    }
  }

  @AfterAll
  static void stop() {
    answers.close();
    home.close();
  }
}
