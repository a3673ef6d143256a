package app.haven.bid;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and crashes can meet.
class BidOrdersTest {
  private static final int ORDERS = 5_000;
  private static final int STEPS = 40;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

  private final Orders orders = new Orders("bids");

  @Test
  void whateverTheOrderABidStaysKind() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "bid.made",
        "bid.answered",
        "bid.withdrawn",
        "bid.faded",
        "bid.due",
        "crash",
        "lost commit",
        "fired twice",
        "same once more",
        "answered late",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "too-long",
        "invalid",
        "rate");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Reaching space = new Reaching();
    private final List<Timer> everSet = new ArrayList<>();
    private final boolean chatty;
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      chatty = random.nextInt(20) == 0;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = states();
        var by = step();
        everSet.addAll(space.due.values());
        check(before, by);
      }
      toTheEnd();
    }

    private Map<UUID, Bid> states() {
      return space.rows.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().state()));
    }

    /// @return who acted; null for the clock, a timer or a crash
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 70) return say();
      if (dice < 80) passTime();
      else if (dice < 96) orders.look(random, everSet, this::fire);
      else crash();
      return null;
    }

    private PersonId say() {
      var by = random.nextBoolean() ? Reaching.ALEX : Reaching.SAM;
      boolean commits = random.nextInt(20) > 0;
      var command = command();
      var before = states().get(command.bid());
      try {
        var event = space.say(by, command, now, commits);
        orders.count(commits ? event.map(BidEvent::wire).orElse("same once more") : "lost commit");
        if (before instanceof Bid.Quiet && event.isPresent()) orders.count("answered late");
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    private BidCommand command() {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = any ? new UUID(9, random.nextInt(40)) : known.get(random.nextInt(known.size()));
      return switch (chatty ? 0 : random.nextInt(8)) {
        case 0, 1, 2, 3 -> make();
        case 4, 5, 6 -> new BidCommand.Answer(id, one(Answer.values()), words(), at(10));
        default -> new BidCommand.Withdraw(id);
      };
    }

    /// Somebody in a hurry now and then, or nobody ever reaches the limit.
    private BidCommand make() {
      if (chatty)
        return new BidCommand.Make(new UUID(10, random.nextLong()), BidKind.LOOK, null, null, null);
      var kind = random.nextBoolean() ? BidKind.HUG : one(BidKind.values());
      var wanted = random.nextInt(10) == 0 ? one(Wanted.values()) : null;
      return new BidCommand.Make(new UUID(9, random.nextInt(40)), kind, words(), at(400), wanted);
    }

    private <T> T one(T[] all) {
      return all[random.nextInt(all.length)];
    }

    private @Nullable Instant at(int days) {
      if (random.nextInt(3) > 0) return null;
      return now.plus(some(days * 24 * 60)).minus(some(24 * 60));
    }

    private @Nullable String words() {
      return random.nextBoolean() ? null : "words " + random.nextInt(2);
    }

    private Duration some(int minutes) {
      return Duration.ofMillis(random.nextLong(minutes * 60_000L));
    }

    private void passTime() {
      now =
          Orders.later(
              random, now, space.due.values(), Duration.ofMinutes(5), Duration.ofHours(30));
    }

    private void fire(Timer timer, boolean commits) {
      var before = Objects.requireNonNull(states().get(timer.thing()));
      space
          .fire(timer, now, commits)
          .ifPresent(event -> {
            orders.count(event.wire());
            told(event, timer, before);
          });
    }

    /// What may be said by the server: that a day is over, and to who said *later* that it is time.
    private void told(BidEvent event, Timer timer, Bid before) {
      switch (event) {
        case BidEvent.Faded _ -> {
          assertThat(before).isInstanceOf(Bid.Open.class);
          assertThat(now).isAfterOrEqualTo(before.reach().madeAt().plus(Bid.FADES));
        }
        case BidEvent.Due _ -> {
          assertThat(((Bid.Heard) before).answer()).isEqualTo(Answer.LATER);
          assertThat(timer.stream())
              .as("for who said it alone")
              .isEqualTo(Reaching.other(before.reach().sender()).mine());
        }
        default -> throw new AssertionError("the server does not say " + event.wire());
      }
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.fold();
    }

    private void check(Map<UUID, Bid> before, @Nullable PersonId by) {
      var after = states();
      before.forEach((id, was) -> kept(was, Objects.requireNonNull(after.get(id)), by));
      assertThat(memory(space.rows)).as("rows and log").isEqualTo(memory(space.fold()));
      after.values().forEach(this::timersStand);
      for (var fired : space.fired) {
        assertThat(fired.at()).as("never early").isAfterOrEqualTo(fired.timer().at());
      }
      noneTooOftenAndNoneIntoTheRest();
      nothingIsToldOfSilence();
    }

    /// The sender alone takes back, the other alone answers, the clock alone lets fade.
    private void kept(Bid was, Bid is, @Nullable PersonId by) {
      if (was.equals(is)) return;
      boolean own = was.reach().sender().equals(by);
      assertThat(is.reach()).isEqualTo(was.reach());
      assertThat(was).as("after taking back nothing changes").isNotInstanceOf(Bid.Gone.class);
      switch (is) {
        case Bid.Open _ -> throw new AssertionError("opened once more");
        case Bid.Quiet _ -> assertThat(by).as("faded by the clock").isNull();
        case Bid.Gone _ -> assertThat(own).as("taken back by its sender").isTrue();
        case Bid.Heard _ -> assertThat(by != null && !own).as("answered by the other").isTrue();
      }
    }

    private Map<UUID, List<Object>> memory(Map<UUID, BidRow> rows) {
      return rows.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  row -> List.of(row.getValue().state(), row.getValue().seqs().boxed().toList())));
    }

    private void timersStand(Bid bid) {
      var id = bid.reach().id();
      var fades = space.due.get(new Timer.Key(Reaching.OURS, BidTimers.FADED, id));
      var sender = bid.reach().sender();
      assertThat(space.due)
          .as("the sender is never reminded")
          .doesNotContainKey(new Timer.Key(sender.mine(), BidTimers.DUE, id));
      var reminds = space.due.get(new Timer.Key(Reaching.other(sender).mine(), BidTimers.DUE, id));
      boolean open = bid instanceof Bid.Open;
      assertThat(fades != null).as("fades while open").isEqualTo(open);
      if (fades != null) assertThat(fades.at()).isEqualTo(bid.reach().madeAt().plus(Bid.FADES));
      if (bid instanceof Bid.Heard heard && heard.answer() == Answer.LATER) {
        var said = heard.later();
        var at = said == null ? heard.at().plus(BidTimers.IN_A_WHILE) : said;
        if (reminds == null) assertThat(now).isAfterOrEqualTo(at);
        else assertThat(reminds.at()).isEqualTo(at);
      } else {
        assertThat(reminds).isNull();
      }
    }

    private void noneTooOftenAndNoneIntoTheRest() {
      var sent =
          space.rows.values().stream()
              .map(BidRow::state)
              .map(Bid::reach)
              .collect(Collectors.groupingBy(Bid.Reach::sender));
      sent.values()
          .forEach(all -> {
            var times = all.stream().map(Bid.Reach::madeAt).sorted().toList();
            for (int i = Bid.MOST; i < times.size(); i++) {
              assertThat(times.get(i)).isAfterOrEqualTo(times.get(i - Bid.MOST).plus(Bid.WINDOW));
            }
          });
      space.rows.values().stream()
          .filter(row -> row.no() != null)
          .forEach(row -> restKept(row.state().reach(), Objects.requireNonNull(row.no())));
    }

    private void restKept(Bid.Reach refused, Instant no) {
      assertThat(space.rows.values().stream().map(row -> row.state().reach()))
          .noneMatch(reach ->
              reach.sender().equals(refused.sender())
                  && reach.kind() == refused.kind()
                  && reach.madeAt().isAfter(no)
                  && reach.madeAt().isBefore(no.plus(Bid.REST)));
    }

    /// What a sender can read of a bid without an answer is what they knew when they made it.
    private void nothingIsToldOfSilence() {
      space.rows.values().stream()
          .map(row -> row.state().standing())
          .filter(standing -> standing.answer() == null && standing.withdrawnAt() == null)
          .forEach(standing ->
              assertThat(Json.MAPPER.<ObjectNode>valueToTree(standing).fieldNames())
                  .toIterable()
                  .isSubsetOf("bid", "sender", "madeAt", "kind", "at", "fadedAt"));
      assertThat(space.log.stream().map(logged -> logged.event().wire()))
          .isSubsetOf("bid.made", "bid.answered", "bid.withdrawn", "bid.faded", "bid.due");
    }

    /// After a long outage everything is caught up and nothing stays open.
    private void toTheEnd() {
      now = now.plus(Duration.ofDays(500));
      while (!space.due.isEmpty()) {
        var before = states();
        var first = space.due.values().stream().min(Comparator.comparing(Timer::at)).orElseThrow();
        fire(first, true);
        check(before, null);
      }
      assertThat(states().values()).noneMatch(bid -> bid instanceof Bid.Open);
      assertThat(space.fired.stream().map(Reaching.Fired::timer)).doesNotHaveDuplicates();
    }
  }
}
