package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Pair;
import app.haven.notify.PushServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What reaches a browser while no tab is open, and what does not.
class PushIT {
  private static Reached reached;

  private Pair pair;
  private Api alex;
  private Api sam;

  @BeforeAll
  static void start() {
    reached = new Reached("push", Map.of());
  }

  @AfterAll
  static void stop() {
    reached.close();
  }

  @BeforeEach
  void two() {
    pair = reached.home.pair();
    alex = pair.first();
    sam = pair.second();
    reached.settle();
  }

  private Subscriber subscriber(Api person) {
    return Subscriber.of(reached.push, person);
  }

  private static void arrives(Subscriber subscriber, int count) {
    Reached.soon().until(() -> subscriber.got().size() >= count);
    reached.settle();
    assertThat(subscriber.got()).hasSize(count);
  }

  @Test
  void aCalledTimeOutReachesThePartnerEncryptedAndSigned() throws Exception {
    var phone = subscriber(sam);
    var own = subscriber(alex);
    alex.command(pair.couple(), "timeout.call", Reached.timeout()).expect(200);
    arrives(phone, 1);
    var got = phone.got().getFirst();
    assertThat(phone.read(got).strip()).isEqualTo("{\"buttons\":\"hear\"}");
    var key = sam.get("/api/v1/notices").expect(200).body().path("push").path("key").asText();
    reached.push.checkSender(got, key);
    assertThat(got.headers())
        .containsEntry("method", "POST")
        .containsEntry("ttl", "86400")
        .containsEntry("urgency", "high")
        .containsEntry("topic", "haven");
    assertThat(own.got()).as("one's own act").isEmpty();
  }

  @Test
  void everyPushLooksTheSameFromOutside() {
    var phone = subscriber(sam);
    var timeout = Reached.timeout().put("topic", "t".repeat(280));
    alex.command(pair.couple(), "timeout.call", timeout).expect(200);
    Reached.signal(alex, pair);
    var note = Api.data().put("note", Api.id().toString()).put("words", "w".repeat(400));
    alex.command(pair.couple(), "note.send", note).expect(200);
    var back = Api.data().set("timeout", timeout.path("timeout"));
    alex.command(
            pair.couple(), "timeout.return", (com.fasterxml.jackson.databind.node.ObjectNode) back)
        .expect(200);
    arrives(phone, 4);
    assertThat(phone.got().stream().map(got -> got.body().length).distinct()).hasSize(1);
    assertThat(
            phone.got().stream()
                .map(got -> {
                  var seen = new java.util.TreeMap<>(got.headers());
                  seen.remove("authorization");
                  return seen;
                })
                .distinct())
        .hasSize(1);
    assertThat(phone.got().stream().map(phone::read)).allMatch(text -> text.length() == 64);
  }

  @Test
  void remindersOfOnesOwnReachOneself() throws Exception {
    var phone = subscriber(alex);
    alex.command(pair.couple(), "timeout.call", Reached.timeout()).expect(200);
    reached.sql("update due set at = now() where kind = 'timeout.endingSoon'");
    arrives(phone, 1);
    assertThat(phone.read(phone.got().getFirst())).contains("\"back\"");
  }

  @Test
  void thatTheTimeHasPassedIsForTheOneWhoWaits() throws Exception {
    var waits = subscriber(sam);
    var calls = subscriber(alex);
    alex.command(pair.couple(), "timeout.call", Reached.timeout()).expect(200);
    arrives(waits, 1);
    reached.sql("update due set at = now() where kind = 'timeout.overdue'");
    arrives(waits, 2);
    assertThat(calls.got()).isEmpty();
  }

  /// On a break nothing but the time-out itself calls; what came waits in the app.
  @Test
  void whoIsOnABreakIsNotCalledBackByAnythingElse() {
    var phone = subscriber(sam);
    var timeout = Reached.timeout();
    sam.command(pair.couple(), "timeout.call", timeout).expect(200);
    bid("laugh");
    repair();
    reached.settle();
    assertThat(phone.got()).isEmpty();
    var back = Api.data().put("timeout", timeout.path("timeout").asText());
    sam.command(pair.couple(), "timeout.return", back).expect(200);
    bid("look");
    arrives(phone, 1);
  }

  @Test
  void whatIsMutedReachesNobody() {
    var phone = subscriber(sam);
    sam.command(null, "mute.set", Api.data().put("kind", "hug").put("muted", true)).expect(200);
    bid("hug");
    bid("laugh");
    arrives(phone, 1);
  }

  @Test
  void mutedRepairsReachNobodyEither() {
    var phone = subscriber(sam);
    sam.command(null, "repair.mute", Api.data().put("muted", true)).expect(200);
    repair();
    reached.settle();
    assertThat(phone.got()).isEmpty();
    sam.command(null, "repair.mute", Api.data().put("muted", false)).expect(200);
    repair();
    arrives(phone, 1);
  }

  private void repair() {
    var repair = Api.data().put("repair", Api.id().toString()).put("words", "I am sorry.");
    alex.command(pair.couple(), "repair.offer", repair).expect(200);
  }

  private void bid(String kind) {
    var bid = Api.data().put("bid", Api.id().toString()).put("kind", kind);
    alex.command(pair.couple(), "bid.make", bid).expect(200);
  }

  @Test
  void withoutAMailServerThereIsNoChoiceOfMail() {
    assertThat(sam.get("/api/v1/notices").body().path("mail").isNull()).isTrue();
    sam.patch("/api/v1/notices", Api.data().put("mail", true)).expect(422);
    sam.patch("/api/v1/notices", Api.data().put("moments", "yes").put("x", 1)).expect(422);
  }

  @Test
  void noButtonsIfThatIsOnesWish() {
    var phone = subscriber(sam);
    sam.patch("/api/v1/notices", Api.data().put("buttons", false)).expect(200);
    alex.command(pair.couple(), "timeout.call", Reached.timeout()).expect(200);
    arrives(phone, 1);
    assertThat(phone.read(phone.got().getFirst())).contains("\"none\"");
  }

  @Test
  void anOpenTabIsEnoughAndTheOtherBrowserIsReachedAllTheSame() {
    var phone = subscriber(sam);
    var laptop = subscriber(sam);
    try (var tab = Device.following(sam, laptop.id, true)) {
      Reached.signal(alex, pair);
      tab.event("signal.sent");
      arrives(phone, 1);
      assertThat(laptop.got()).isEmpty();
    }
    var timeout = Reached.timeout();
    alex.command(pair.couple(), "timeout.call", timeout).expect(200);
    Reached.soon()
        .untilAsserted(() -> {
          Reached.checkIn(alex, pair, timeout);
          reached.settle();
          assertThat(laptop.got()).isNotEmpty();
        });
  }

  /// A phone whose screen went dark a moment ago still holds its line.
  @Test
  void aTabThatSleepsDoesNotCount() {
    var phone = subscriber(sam);
    try (var asleep = Device.following(sam, phone.id, false)) {
      Reached.signal(alex, pair);
      arrives(phone, 1);
      assertThat(asleep.all()).anyMatch(frame -> Device.is(frame, "ping"));
    }
  }

  @Test
  void aBusyServiceIsAskedAgainWhenItWants() {
    var phone = subscriber(sam);
    reached.push.answer(
        phone.path, new Reply(429, Map.of("Retry-After", "2")), Reply.of(503), Reply.of(201));
    Reached.signal(alex, pair);
    arrives(phone, 3);
    var times = phone.got().stream().map(got -> got.at()).toList();
    assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThan(Duration.ofSeconds(2));
    assertThat(phone.got().stream().map(phone::read).distinct()).hasSize(1);
  }

  @Test
  void aServiceThatNeverCanIsGivenUp() throws Exception {
    var phone = subscriber(sam);
    reached.push.answer(
        phone.path,
        java.util.Collections.nCopies(20, new Reply(500, Map.of("Retry-After", "0")))
            .toArray(Reply[]::new));
    Reached.signal(alex, pair);
    arrives(phone, 8);
  }

  @Test
  void aSubscriptionThatIsGoneIsRemoved() {
    for (int status : new int[] {404, 410}) {
      var phone = subscriber(sam);
      reached.push.answer(phone.path, Reply.of(status));
      assertThat(sam.get("/api/v1/push/devices").body().toString()).contains(phone.id);
      Reached.signal(alex, pair);
      arrives(phone, 1);
      assertThat(sam.get("/api/v1/push/devices").body()).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowedAndARefusalIsFinal() {
    var phone = subscriber(sam);
    var elsewhere = "/inside/" + phone.id;
    reached.push.answer(
        phone.path,
        new Reply(307, Map.of("Location", reached.push.origin() + elsewhere)),
        Reply.of(400));
    Reached.signal(alex, pair);
    arrives(phone, 1);
    Reached.signal(alex, pair);
    arrives(phone, 2);
    assertThat(reached.push.at(elsewhere)).isEmpty();
    assertThat(sam.get("/api/v1/push/devices").body()).hasSize(1);
  }

  @Test
  void onlyPushServicesCanBeSubscribedAt() {
    var phone = new Subscriber(reached.push);
    for (var endpoint :
        List.of(
            "https://127.0.0.1/x",
            "https://169.254.169.254/latest/meta-data",
            reached.push.origin().replace("https", "http") + "/x",
            "https://localhost:" + reached.home.node().port() + "/q/metrics",
            "https://postgres.internal/x")) {
      var answer = sam.send("PUT", phone.address(), phone.subscription(endpoint)).expect(422);
      assertThat(answer.body().path("errors").findValuesAsText("field"))
          .containsExactly("endpoint");
      assertThat(answer.raw().body()).doesNotContain(endpoint);
    }
    for (var body : List.of("{}", "{\"endpoint\":null,\"keys\":null}")) {
      sam.send("PUT", phone.address(), body).expect(422);
    }
    var noPoint = phone.subscription(reached.push.origin() + phone.path);
    ((com.fasterxml.jackson.databind.node.ObjectNode) noPoint.path("keys")).put("p256dh", "BAAA");
    sam.send("PUT", phone.address(), noPoint).expect(422);
    sam.send("PUT", "/api/v1/push/devices/1", phone.subscription(reached.push.origin() + "/x"))
        .expect(404);
  }

  /// The list lets the name through; where it leads does not.
  @Test
  void aKnownNameThatLeadsInsideIsNeverCalled() throws Exception {
    var phone = new Subscriber(reached.push);
    sam.send("PUT", phone.address(), phone.subscription("https://localhost" + phone.path))
        .expect(204);
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(reached.push.at(phone.path)).isEmpty();
    assertThat(reached.count("select count(*) from notice")).isZero();
  }

  @Test
  void inQuietHoursNothingAndAtTheirEndOne() throws Exception {
    var phone = subscriber(sam);
    quiet(sam);
    alex.command(pair.couple(), "timeout.call", Reached.timeout()).expect(200);
    Reached.signal(alex, pair);
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(phone.got()).isEmpty();
    assertThat(reached.count("select count(*) from notice where held")).isOne();
    sam.patch("/api/v1/me", Api.data().putNull("quietHours")).expect(200);
    reached.sql("update notice set due_at = now() where held");
    Reached.soon().until(() -> reached.count("select count(*) from notice") == 0);
    arrives(phone, 1);
    assertThat(phone.read(phone.got().getFirst())).as("the hour has passed").contains("\"none\"");
  }

  private static void quiet(Api person) {
    var now = LocalTime.now(ZoneOffset.UTC);
    var hours = Api.data();
    hours
        .putObject("quietHours")
        .put("from", now.minusHours(2).toString().substring(0, 5))
        .put("to", now.plusHours(2).toString().substring(0, 5));
    person.patch("/api/v1/me", hours.put("timeZone", "UTC")).expect(200);
  }

  @Test
  void theMomentsOfATimeOutPassThroughQuietHoursForWhoeverAsked() throws Exception {
    var phone = subscriber(alex);
    quiet(alex);
    var timeout = Reached.timeout();
    alex.command(pair.couple(), "timeout.call", timeout).expect(200);
    reached.sql("update due set at = now() where kind = 'timeout.endingSoon'");
    Reached.soon().until(() -> reached.count("select count(*) from notice where held") == 1);
    assertThat(phone.got()).isEmpty();
    alex.patch("/api/v1/notices", Api.data().put("moments", true)).expect(200);
    reached.sql("update due set at = now() where kind = 'timeout.due'");
    arrives(phone, 1);
    reached.sql("delete from notice");
  }

  @Test
  void aPauseHoldsAllBackAndEndsWithOneTap() throws Exception {
    var phone = subscriber(sam);
    for (var pause : List.of("hour", "tomorrow", "open")) {
      var set = sam.patch("/api/v1/notices", Api.data().put("pause", pause)).expect(200).body();
      assertThat(set.path("pause").isObject()).isTrue();
      assertThat(set.path("pause").path("until").isNull()).isEqualTo(pause.equals("open"));
      Reached.signal(alex, pair);
      reached.settle();
      assertThat(phone.got()).isEmpty();
    }
    var ended = sam.patch("/api/v1/notices", Api.data().putNull("pause")).expect(200).body();
    assertThat(ended.path("pause").isNull()).isTrue();
    assertThat(reached.count("select count(*) from notice")).isZero();
    Reached.signal(alex, pair);
    arrives(phone, 1);
  }

  @Test
  void aBrowserThatChangesHandsReachesOnlyTheNewOnes() {
    var tablet = subscriber(sam);
    tablet.subscribe(alex);
    assertThat(sam.get("/api/v1/push/devices").body()).isEmpty();
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(tablet.got()).isEmpty();
    Reached.signal(sam, pair);
    arrives(tablet, 1);
  }

  @Test
  void whoeverTakesABrowserOutIsReachedThereNoMore() throws Exception {
    var phone = subscriber(sam);
    Reached.signal(alex, pair);
    sam.delete(phone.address()).expect(204);
    sam.delete(phone.address()).expect(204);
    assertThat(reached.count("select count(*) from notice")).isZero();
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(phone.got()).isEmpty();
  }

  @Test
  void leavingAndErasingEndIt() throws Exception {
    var phone = subscriber(sam);
    subscriber(alex);
    Reached.signal(alex, pair);
    alex.delete("/api/v1/couple").expect(204);
    assertThat(reached.count("select count(*) from notice")).isZero();
    assertThat(sam.get("/api/v1/push/devices").body()).isEmpty();
    phone.subscribe(sam);
    sam.patch("/api/v1/notices", Api.data().put("pause", "open")).expect(200);
    var rows = reached.count("select count(*) from push_subscription");
    var choices = reached.count("select count(*) from notice_choice");
    sam.delete("/api/v1/me").expect(204);
    assertThat(reached.count("select count(*) from push_subscription")).isEqualTo(rows - 1);
    assertThat(reached.count("select count(*) from notice_choice")).isEqualTo(choices - 1);
    reached.settle();
    assertThat(phone.got()).isEmpty();
  }

  @Test
  void thePartnersAnswersAreTheSameWithAndWithoutIt() {
    var before = everything(alex);
    try (var tab = Device.following(alex)) {
      subscriber(sam);
      sam.patch("/api/v1/notices", Api.data().put("pause", "open").put("moments", true))
          .expect(200);
      assertThat(everything(alex)).isEqualTo(before);
      Reached.signal(alex, pair);
      tab.event("signal.sent");
      reached.settle();
      var frames = tab.all().stream().filter(frame -> Device.is(frame, "event")).toList();
      assertThat(frames).hasSize(1);
      assertThat(frames.toString()).doesNotContain("push", "notice", "pause");
    }
  }

  private static String everything(Api person) {
    var all = new StringBuilder();
    for (var what :
        List.of("me", "snapshot", "timeouts", "bids", "notes", "notices", "push/devices")) {
      all.append(person.get("/api/v1/" + what).expect(200).raw().body());
    }
    return all.toString().replaceAll("\"now\":\"[^\"]*\"", "");
  }

  @Test
  void nobodyHasMoreThanTenBrowsersAndTheOldestMakesRoom() {
    var first = subscriber(sam);
    for (int i = 0; i < 10; i++) subscriber(sam);
    var kept = sam.get("/api/v1/push/devices").body();
    assertThat(kept).hasSize(10);
    assertThat(kept.toString()).doesNotContain(first.id);
    assertThat(Instant.parse(kept.path(0).path("since").asText())).isBefore(Instant.now());
  }
}
