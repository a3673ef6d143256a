package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Leaving and erasing take effect at once, also for what is on its way.
class PartingIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static Home home;

  @BeforeAll
  static void start() {
    home = new Home("parting", Map.of("HAVEN_RATE_LIMITS", "off"));
  }

  @Test
  void leavingClosesTheSharedStreamWithinASecondAndLeavesTheOwnOne() {
    var talk = Talk.begin(home.pair());
    var pair = talk.pair();
    try (var one = Device.following(pair.first());
        var two = Device.following(pair.second());
        var greetsLate = Device.open(pair.second())) {
      pair.second().delete("/api/v1/couple").expect(204);
      for (var device : List.of(one, two)) {
        var closed = device.await(f -> Device.is(f, "stream"), AT_ONCE);
        assertThat(closed.path("stream").asText()).isEqualTo("ours");
        assertThat(closed.path("mode").asText()).isEqualTo("closed");
      }
      var welcome = greetsLate.hello(Api.data());
      assertThat(welcome.path("couple").isNull()).isTrue();
      assertThat(welcome.path("streams").has("ours")).isFalse();
      assertThat(code(one.run(talk.checkIn("too late")))).isEqualTo("not-paired");
      assertThat(
              code(
                  one.run(
                      Api.command(
                          Api.id(),
                          null,
                          "draft.discard",
                          Api.data().put("draft", Api.id().toString())))))
          .isEqualTo("not-found");
    }
    assertThat(pair.first().get("/api/v1/snapshot").expect(200).body().path("timeouts")).isEmpty();
  }

  private static String code(JsonNode refused) {
    return refused.path("problem").path("code").asText();
  }

  @Test
  void wordsForOnePartnerNeverReachTheNext() {
    var before = Talk.begin(home.pair());
    var first = before.pair().first();
    first.delete("/api/v1/couple").expect(204);
    var next = home.person(UUID.randomUUID().toString());
    var pair = Pair.make(first, next);
    try (var caller = Device.following(first);
        var partner = Device.following(next)) {
      assertThat(code(caller.run(before.checkIn("meant for another")))).isEqualTo("not-paired");
      var after = Talk.begin(pair);
      after.say(caller, "meant for you");
      partner.event("timeout.checkedIn");
      assertThat(partner.all().toString()).doesNotContain("meant for another");
    }
  }

  /// Both people send as fast as they can while one leaves: what was answered ok stands before the
  /// close, everything else was not done.
  @RepeatedTest(5)
  void nothingLandsAfterTheClose() throws SQLException {
    var talk = Talk.begin(home.pair());
    var stop = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var one = Device.following(talk.pair().first());
        var two = Device.following(talk.pair().first());
        var witness = Device.following(talk.pair().second())) {
      var speaking = new ArrayList<CompletableFuture<Integer>>();
      for (var device : List.of(one, two)) {
        speaking.add(CompletableFuture.supplyAsync(() -> speak(device, talk, stop), threads));
      }
      witness.event("timeout.checkedIn");
      talk.pair().second().delete("/api/v1/couple").expect(204);
      stop.set(true);
      int accepted = speaking.stream().mapToInt(CompletableFuture::join).sum();
      witness.await(f -> Device.is(f, "stream") && f.path("mode").asText().equals("closed"));
      assertThat(code(one.run(talk.checkIn("too late")))).isEqualTo("not-paired");
      assertThat(logged(talk.pair().couple())).isEqualTo(accepted + 1);
    }
  }

  /// @return how many were accepted
  private static int speak(Device device, Talk talk, AtomicBoolean stop) {
    int accepted = 0;
    boolean closed = false;
    while (!stop.get() || !closed) {
      var answer = device.run(talk.checkIn("on its way"));
      if (Device.is(answer, "ok")) {
        assertThat(closed).as("accepted after it was refused").isFalse();
        accepted++;
      } else {
        assertThat(code(answer)).isEqualTo("not-paired");
        closed = true;
      }
    }
    return accepted;
  }

  /// Events of the stream, none of them later than its close.
  private static int logged(String couple) throws SQLException {
    var sql =
        """
        select count(*), count(*) filter (where at > closed_at), max(seq) = max(head)
        from event join stream on stream_id = id where id = ?
        """;
    try (var database = home.database().connect();
        var query = database.prepareStatement(sql)) {
      query.setObject(1, UUID.fromString(couple));
      try (var row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(2)).isZero();
        assertThat(row.getBoolean(3)).isTrue();
        return row.getInt(1);
      }
    }
  }

  @Test
  void erasingClosesTheSocketsAndThePartnersSharedStream() {
    var pair = home.pair();
    try (var partner = Device.following(pair.second());
        var own = Device.following(pair.first());
        var greetsNever = Device.open(pair.first())) {
      pair.first().delete("/api/v1/me").expect(204);
      assertThat(own.closeCode(AT_ONCE)).isEqualTo(4504);
      assertThat(greetsNever.closeCode(AT_ONCE)).isEqualTo(4504);
      var closed = partner.await(f -> Device.is(f, "stream"), AT_ONCE);
      assertThat(closed.path("mode").asText()).isEqualTo("closed");
    }
  }

  @RepeatedTest(5)
  void whoIsErasedWhileSpeakingIsRefusedAndNoDefectIsSeen() {
    var talk = Talk.begin(home.pair());
    try (var device = Device.following(talk.pair().first());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var speaking =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 16; i++) {
                  device.send(i % 2 == 0 ? talk.checkIn("shared") : draft(talk));
                }
              },
              threads);
      talk.pair().first().delete("/api/v1/me").expect(204);
      speaking.exceptionally(_ -> null).join();
      assertThat(device.closeCode(Duration.ofSeconds(5))).isEqualTo(4504);
      assertThat(device.all())
          .filteredOn(f -> Device.is(f, "refused"))
          .allMatch(f -> Set.of("not-paired", "not-found").contains(code(f)));
    }
  }

  private static ObjectNode draft(Talk talk) {
    var data =
        Api.data()
            .put("draft", Api.id().toString())
            .put("timeout", talk.timeout())
            .put("words", "kept for myself");
    return Api.command(Api.id(), null, "draft.keep", data);
  }

  @AfterAll
  static void stop() {
    home.close();
  }
}
