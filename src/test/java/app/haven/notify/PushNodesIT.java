package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two nodes, and one attempt chain for each event and browser.
class PushNodesIT {
  private static final int EVENTS = 30;

  @Test
  void whatTwoNodesSeeReachesOnce() {
    try (var reached = new Reached("push-first", Map.of());
        var second = reached.another("push-second")) {
      var pair = reached.home.pair();
      var there = pair.over(second.uri());
      var phone = Subscriber.of(reached.push, pair.second());
      var timeout = Reached.timeout();
      pair.first().command(pair.couple(), "timeout.call", timeout).expect(200);
      for (int i = 1; i < EVENTS; i++) {
        Reached.checkIn(i % 2 == 0 ? pair.first() : there.first(), pair, timeout);
      }
      Reached.soon().until(() -> phone.got().size() >= EVENTS);
      reached.settle();
      assertThat(phone.got()).hasSize(EVENTS);
    }
  }

  /// It has claimed the row and is shaking hands when it is killed.
  @Test
  void whatAKilledNodeBeganAnotherEnds() throws Exception {
    try (var reached = new Reached("push-killed", Map.of())) {
      var pair = reached.home.pair();
      var phone = Subscriber.of(reached.push, pair.second());
      reached.push.shut();
      Reached.signal(pair.first(), pair);
      Reached.soon()
          .until(
              () -> reached.count("select count(*) from notice where claimed_until > now()") == 1);
      reached.home.node().kill();
      reached.push.open();
      assertThat(phone.got()).isEmpty();
      try (var other = reached.another("push-other")) {
        Reached.soon().until(() -> !phone.got().isEmpty());
        reached.settle();
        assertThat(phone.got()).hasSize(1);
        assertThat(other.port()).isPositive();
      }
    }
  }
}
