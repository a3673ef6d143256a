package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Pair;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While the phones are down nothing calls but a time-out, and what came meanwhile comes after it.
class PhonesDownIT {
  private static Reached reached;

  private Pair pair;
  private Api alex;
  private Api sam;

  @BeforeAll
  static void start() {
    reached = new Reached("phones-down-push", Map.of());
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

  @Test
  void whatComesMeanwhileComesOnceAtTheEnd() throws Exception {
    var slot = running();
    var hers = Subscriber.of(reached.push, sam);
    var his = Subscriber.of(reached.push, alex);
    Reached.signal(alex, pair);
    Reached.signal(alex, pair);
    Reached.signal(sam, pair);
    held(2);
    looksAgain();
    held(2);
    assertThat(hers.got()).isEmpty();
    assertThat(his.got()).isEmpty();
    sam.command(pair.couple(), "phonesDown.end", Api.data().put("slot", slot)).expect(200);
    looksAgain();
    Reached.soon().until(() -> reached.count("select count(*) from notice") == 0);
    for (var phone : java.util.List.of(hers, his)) {
      assertThat(phone.got()).hasSize(1);
      assertThat(phone.read(phone.got().getFirst()).strip()).isEqualTo("{\"buttons\":\"none\"}");
    }
  }

  @Test
  void itIsLookedAtAgainBeforeLongForItMayEndEarly() throws Exception {
    running();
    Subscriber.of(reached.push, sam);
    Reached.signal(alex, pair);
    held(1);
    assertThat(
            reached.count(
                "select count(*) from notice where due_at <= now() + interval '1 minute'"))
        .isOne();
    reached.sql("delete from notice");
  }

  @Test
  void itsTimeIsEnough() throws Exception {
    running();
    var phone = Subscriber.of(reached.push, sam);
    Reached.signal(alex, pair);
    held(1);
    // The timer has not come yet; what was agreed is over all the same.
    reached.sql("update phones_down set until_at = now() where over_at is null");
    looksAgain();
    Reached.soon().until(() -> reached.count("select count(*) from notice") == 0);
    assertThat(phone.got()).hasSize(1);
  }

  @Test
  void aTimeOutIsNeverKeptBack() throws Exception {
    running();
    var hers = Subscriber.of(reached.push, sam);
    var his = Subscriber.of(reached.push, alex);
    var timeout = Reached.timeout();
    alex.command(pair.couple(), "timeout.call", timeout).expect(200);
    arrives(hers, 1);
    assertThat(hers.read(hers.got().getFirst())).contains("\"hear\"");
    reached.sql("update due set at = now() where kind = 'timeout.endingSoon'");
    arrives(his, 1);
    Reached.checkIn(alex, pair, timeout);
    arrives(hers, 2);
    reached.sql("update due set at = now() where kind = 'timeout.due'");
    arrives(his, 2);
    var back = Api.data().put("timeout", timeout.path("timeout").asText());
    alex.command(pair.couple(), "timeout.return", back).expect(200);
    arrives(hers, 3);
  }

  @Test
  void theLiveSocketGoesOnAndATabThatSawItNeedsNoCall() throws Exception {
    running();
    var phone = Subscriber.of(reached.push, sam);
    Reached.signal(alex, pair);
    held(1);
    try (var tab = Device.following(sam, phone.id, true)) {
      Reached.signal(alex, pair);
      tab.event("signal.sent");
      Reached.soon().until(() -> reached.count("select count(*) from notice") == 0);
    }
    assertThat(phone.got()).isEmpty();
  }

  @Test
  void whatIsOnlyAgreedHoldsNothing() {
    var at = java.time.Instant.now().plusSeconds(3_600).toString();
    propose(Api.data().put("startAt", at));
    var phone = Subscriber.of(reached.push, sam);
    Reached.signal(alex, pair);
    arrives(phone, 1);
  }

  @Test
  void leavingLeavesNothingToCome() throws Exception {
    running();
    var phone = Subscriber.of(reached.push, sam);
    Reached.signal(alex, pair);
    held(1);
    alex.delete("/api/v1/couple").expect(204);
    assertThat(reached.count("select count(*) from notice")).isZero();
    assertThat(phone.got()).isEmpty();
  }

  private String running() {
    return propose(Api.data());
  }

  private String propose(com.fasterxml.jackson.databind.node.ObjectNode wish) {
    var slot = Api.id().toString();
    alex.command(pair.couple(), "phonesDown.propose", wish.put("slot", slot).put("minutes", 60))
        .expect(200);
    sam.command(pair.couple(), "phonesDown.accept", Api.data().put("slot", slot)).expect(200);
    return slot;
  }

  private static void held(int count) {
    Reached.soon()
        .until(() ->
            reached.count("select count(*) from notice where not held") == 0
                && reached.count("select count(*) from notice where held and claimed_until is null")
                    == count);
  }

  private static void looksAgain() throws Exception {
    reached.sql("update notice set due_at = now() where held");
    Reached.soon()
        .until(() ->
            reached.count("select count(*) from notice where due_at <= now() + interval '1 second'")
                == 0);
  }

  private static void arrives(Subscriber subscriber, int count) {
    Reached.soon().until(() -> subscriber.got().size() >= count);
    reached.settle();
    assertThat(subscriber.got()).hasSize(count);
  }
}
