package app.haven.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Home;
import app.haven.client.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErasingIT {
  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("erasing", Map.of());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static String id(Api person) {
    return person.get("/api/v1/me").expect(200).body().path("id").asText();
  }

  private static void callTimeout(Api caller, String couple, String words) {
    var data = Api.data().put("timeout", Api.id().toString()).put("minutes", 30);
    caller.command(couple, "timeout.call", data.put("reassurance", words)).expect(200);
  }

  /// In the own list, where there is no couple.
  private static void writeDown(Api author, @Nullable String couple, String what) {
    var data = Api.data().put("gratitude", Api.id().toString()).put("what", what);
    if (couple == null) data.put("private", true);
    author.command(couple, "gratitude.add", data).expect(200);
  }

  @Test
  void erasingEndsTheSpaceTheSignInAndTheSockets() {
    var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    var before = id(pair.first());
    try (var own = Device.following(pair.first());
        var partner = Device.following(pair.second())) {
      pair.first().delete("/api/v1/me").expect(204);
      assertThat(partner.event("couple.closed").at("/data/couple").asText())
          .isEqualTo(pair.couple());
      assertThat(own.closeCode(Duration.ofSeconds(3))).isEqualTo(4504);
    }
    var again = pair.first().get("/api/v1/me").expect(200).body();
    assertThat(again.path("id").asText()).isNotEqualTo(before);
    assertThat(again.path("displayName").asText()).isEqualTo("Someone");
  }

  @Test
  void nothingOfAnErasedPersonCanBeReadInADump() throws Exception {
    var name = "Canary" + UUID.randomUUID().toString().substring(0, 8);
    var words = "secret-" + UUID.randomUUID();
    var pair = Pair.make(home.newcomer(name), home.newcomer("Sam"));
    var erased = id(pair.first());
    callTimeout(pair.first(), pair.couple(), words);
    writeDown(pair.first(), pair.couple(), words);
    writeDown(pair.first(), null, words);
    assertThat(pair.second().get("/api/v1/timeouts").expect(200).raw().body()).contains(words);

    pair.first().delete("/api/v1/me").expect(204);

    try (var db = home.database().connect()) {
      assertThat(hexDecoded("\\\\x776f726473")).contains("words");
      assertThat(dump(db)).doesNotContain(name).doesNotContain(words);
      assertThat(count(db, "select count(*) from vault.data_key where author_id = ?", erased))
          .isZero();
      // What is left of them: that they were one of two, and when, in a space that is closed.
      assertThat(tablesWith(db, erased)).containsOnly("stream", "event", "timeout", "gratitude");
      assertThat(count(db, "select count(*) from gratitude where stream_id = ?", erased)).isZero();
      assertThat(
              count(db, "select count(*) from event where by_person = ? and words is null", erased))
          .isZero();
    }
  }

  private static String dump(Connection db) throws SQLException {
    var dump = new StringBuilder();
    for (var table : tables(db)) {
      try (var rows = db.createStatement().executeQuery("select t.*::text from " + table + " t")) {
        while (rows.next()) dump.append(rows.getString(1)).append('\n');
      }
    }
    return dump + hexDecoded(dump.toString());
  }

  /// Binary columns stand as hexadecimal digits in a dump: words in the clear would hide there.
  private static String hexDecoded(String dump) {
    var decoded = new StringBuilder();
    var hex = Pattern.compile("\\\\\\\\?x((?:[0-9a-f]{2})+)").matcher(dump);
    while (hex.find()) {
      byte[] bytes = HexFormat.of().parseHex(hex.group(1));
      decoded.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    }
    return decoded.toString();
  }

  private static List<String> tables(Connection db) throws SQLException {
    try (var rows =
        db.createStatement()
            .executeQuery(
                "select schemaname || '.' || quote_ident(tablename) from pg_tables"
                    + " where schemaname in ('public', 'vault')")) {
      var tables = new ArrayList<String>();
      while (rows.next()) tables.add(rows.getString(1));
      return tables;
    }
  }

  private static List<String> tablesWith(Connection db, String id) throws SQLException {
    var found = new ArrayList<String>();
    for (var table : tables(db)) {
      var sql = "select count(*) from " + table + " t where position(? in t::text) > 0";
      try (var statement = db.prepareStatement(sql)) {
        statement.setString(1, id);
        var rows = statement.executeQuery();
        rows.next();
        if (rows.getLong(1) > 0) found.add(table.replace("public.", ""));
      }
    }
    return found;
  }

  private static long count(Connection db, String sql, String id) throws SQLException {
    try (var statement = db.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(id));
      var rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void theFormerPartnerCannotTellErasingFromLeaving() {
    var left = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    var erased = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    for (var pair : List.of(left, erased)) callTimeout(pair.first(), pair.couple(), "Back soon.");
    left.first().delete("/api/v1/couple").expect(204);
    erased.first().delete("/api/v1/me").expect(204);
    for (var path :
        List.of("/api/v1/me", "/api/v1/invites", "/api/v1/timeouts", "/api/v1/snapshot")) {
      assertThat(shape(erased.second().get(path).expect(200).body()))
          .as(path)
          .isEqualTo(shape(left.second().get(path).expect(200).body()));
    }
    var late = Api.data().put("signal", "slower");
    assertThat(
            shape(erased.second().command(erased.couple(), "signal.send", late).expect(409).body()))
        .isEqualTo(
            shape(left.second().command(left.couple(), "signal.send", late).expect(409).body()));
  }

  /// Without what differs between any two people: ids, epochs, the time.
  private static String shape(JsonNode body) {
    return body.toString()
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("\"epoch\":\"[^\"]+\"", "EPOCH")
        .replaceAll("\"[0-9-]{10}T[0-9:.]+Z\"", "TIME");
  }

  @Test
  void aCodeOfSomeoneWhoErasedTheirAccountIsDeadAndWhoeverWaitsIsTold() {
    var alex = home.newcomer("Alex");
    var sam = home.newcomer("Sam");
    var open = alex.post("/api/v1/invites", null).expect(201).body();
    var claimed = alex.post("/api/v1/invites", null).expect(201).body();
    var code = Api.data().put("code", claimed.path("code").asText());
    sam.post("/api/v1/invites/claim", code).expect(200);
    try (var waiting = Device.following(sam)) {
      alex.delete("/api/v1/me").expect(204);
      var told = waiting.event("invite.changed");
      assertThat(told.at("/data/invite").asText()).isEqualTo(claimed.path("id").asText());
      assertThat(told.at("/data/state").asText()).isEqualTo("revoked");
    }
    sam.get("/api/v1/invites/" + claimed.path("id").asText()).expect(404);
    sam.post("/api/v1/invites/claim", Api.data().put("code", open.path("code").asText()))
        .expect(404);
  }

  @Test
  void bothMayEraseAtTheSameMoment() {
    for (int round = 0; round < 5; round++) {
      var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
      var both =
          List.of(pair.first(), pair.second()).stream()
              .map(one ->
                  CompletableFuture.supplyAsync(
                      () -> one.delete("/api/v1/me").status(), Thread::startVirtualThread))
              .toList();
      assertThat(both).extracting(CompletableFuture::join).containsOnly(204);
    }
  }

  @Test
  void nobodyIsPairedWithAnErasedPerson() {
    for (int round = 0; round < 15; round++) {
      var inviter = home.newcomer("Alex");
      var claimant = home.newcomer("Sam");
      var invite = inviter.post("/api/v1/invites", null).expect(201).body();
      var code = Api.data().put("code", invite.path("code").asText());
      var claiming =
          CompletableFuture.supplyAsync(
              () -> claimant.post("/api/v1/invites/claim", code).status(),
              Thread::startVirtualThread);
      claimant.delete("/api/v1/me").expect(204);
      assertThat(claiming.join()).isLessThan(500);
      var confirm = "/api/v1/invites/" + invite.path("id").asText() + "/confirm";
      int confirmed = inviter.post(confirm, null).status();
      var me = inviter.get("/api/v1/me").expect(200).body();
      var ours = inviter.get("/api/v1/snapshot").expect(200).body().path("streams").path("ours");
      assertThat(ours.isMissingNode() || ours.isNull())
          .as("confirm answered %s", confirmed)
          .isEqualTo(me.path("couple").isNull());
      if (me.path("couple").isNull()) inviter.post("/api/v1/invites", null).expect(201);
    }
  }

  @Test
  void whatIsSentWhileErasingIsNeverAMistakeOfOurs() {
    var pair = Pair.make(home.newcomer("Alex"), home.newcomer("Sam"));
    var signal = Api.data().put("signal", "slower");
    var sending =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () ->
                        (i % 2 == 0 ? pair.first() : pair.second())
                            .command(pair.couple(), "signal.send", signal)
                            .status(),
                    Thread::startVirtualThread))
            .toList();
    pair.first().delete("/api/v1/me").expect(204);
    assertThat(sending).extracting(CompletableFuture::join).allMatch(status -> status < 500);
  }
}
