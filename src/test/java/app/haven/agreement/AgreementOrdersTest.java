package app.haven.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Thousands of orders in which two people, the clock and crashes can meet.
class AgreementOrdersTest {
  private static final int ORDERS = 400;
  private static final int STEPS = 70;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<ZoneId> ZONES = List.of(ZONE, ZoneId.of("America/New_York"));

  private final Orders orders = new Orders("agreements");

  @Test
  void whateverTheOrderNothingIsInForceWithoutTwoYesesToTheSameVersion() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "agreement.proposed",
        "agreement.changed",
        "agreement.agreed",
        "agreement.withdrawn",
        "agreement.kept",
        "agreement.slotsChanged",
        "agreement.reviewDue",
        "agreement.remindSet",
        "agreement.remindPaused",
        "agreement.remindResumed",
        "agreement.remindStopped",
        "agreement.reminded",
        "amended",
        "crash",
        "lost commit",
        "same once more",
        "conflict",
        "not-yours",
        "not-found",
        "too-soon",
        "too-long",
        "rate",
        "invalid");
  }

  /// One order: a random walk, with the promises checked after every step.
  private final class Order {
    private final Random random;
    private final Agreeing space = new Agreeing();
    private final List<Timer> everSet = new ArrayList<>();
    private final Map<UUID, Map<Integer, Set<PersonId>>> yes = new HashMap<>();
    private final boolean hurried;
    private Instant now = START;

    Order(Random random) {
      this.random = random;
      hurried = random.nextInt(8) == 0;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        var before = space.states();
        var by = step();
        everSet.addAll(space.due.values());
        check(before, by);
      }
      space.rows.keySet().forEach(id -> assertThat(space.intact(id)).as("the chain").isTrue());
      toTheEnd();
    }

    /// @return who acted; null for the clock, a timer or a crash
    private @Nullable PersonId step() {
      int dice = random.nextInt(100);
      if (dice < 88 || hurried) return say();
      if (dice < 89) space.zones.put(Agreeing.SAM, ZONES.get(random.nextInt(ZONES.size())));
      else if (dice < 93) passTime();
      else if (dice < 97) look();
      else crash();
      return null;
    }

    private PersonId say() {
      var by = hurried || random.nextBoolean() ? Agreeing.ALEX : Agreeing.SAM;
      boolean commits = random.nextInt(20) > 0;
      try {
        var event = space.say(by, command(by), now, commits);
        orders.count(
            commits ? event.map(AgreementEvent::wire).orElse("same once more") : "lost commit");
        event.ifPresent(happened -> saidYes(happened, by));
      } catch (Refusal refusal) {
        orders.count(refusal.code().wire);
      }
      return by;
    }

    /// Kept beside the rules: who wrote or agreed to which version.
    private void saidYes(AgreementEvent event, PersonId by) {
      Optional<Integer> version =
          switch (event) {
            case AgreementEvent.Proposed it -> Optional.of(it.version());
            case AgreementEvent.Changed it -> {
              assertThat(yes.get(it.agreement()))
                  .as("a number is used once")
                  .doesNotContainKey(it.version());
              yield Optional.of(it.version());
            }
            case AgreementEvent.Agreed it -> Optional.of(it.version());
            default -> Optional.empty();
          };
      version.ifPresent(number ->
          yes.computeIfAbsent(event.agreement(), _ -> new HashMap<>())
              .computeIfAbsent(number, _ -> new HashSet<>())
              .add(by));
    }

    private AgreementCommand command(PersonId by) {
      var known = List.copyOf(space.rows.keySet());
      boolean any = known.isEmpty() || random.nextInt(10) == 0;
      var id = any ? some() : known.get(random.nextInt(known.size()));
      var row = space.rows.get(id);
      int latest = row == null ? 1 : row.state().latest();
      boolean stray = !hurried && random.nextInt(4) == 0;
      int near = stray ? Math.max(1, latest + random.nextInt(3) - 1) : latest;
      int next = stray ? near : latest + 1;
      boolean space = row != null && row.kind() == Kind.SPACE_PLAN;
      return switch (random.nextInt(hurried ? 6 : 22)) {
        case 0, 1 -> propose();
        case 2, 3 ->
            new AgreementCommand.Counter(
                id, next, "why", "I", null, null, null, null, slots(space), review());
        case 4, 5 ->
            new AgreementCommand.Amend(
                id, next, "why", "I", null, null, null, null, slots(space), review());
        case 6, 7, 8, 9, 10 -> new AgreementCommand.Consent(id, near, hash(row));
        case 11 -> new AgreementCommand.Withdraw(id, random.nextBoolean() ? null : near);
        case 12, 13 -> new AgreementCommand.Keep(id, review());
        case 14, 15 -> new AgreementCommand.MySlot(id, List.of(slot(by)));
        default -> own(id);
      };
    }

    private AgreementCommand own(UUID id) {
      return switch (random.nextInt(8)) {
        case 0 -> new AgreementCommand.RemindStop(id);
        case 1, 2 -> new AgreementCommand.RemindPause(id, review());
        case 3 -> new AgreementCommand.RemindResume(id);
        default ->
            new AgreementCommand.Remind(
                id,
                "secret",
                List.of(LocalTime.of(random.nextInt(24), 30)),
                random.nextInt(10) == 0 ? List.of() : List.of(Weekday.values()));
      };
    }

    private AgreementCommand propose() {
      boolean space = random.nextBoolean();
      return new AgreementCommand.Propose(
          some(),
          space ? Kind.SPACE_PLAN : Kind.NEED,
          "why",
          "I",
          null,
          null,
          null,
          null,
          slots(space),
          review(),
          null);
    }

    private @Nullable String hash(@Nullable AgreementRow row) {
      if (row == null || random.nextBoolean()) return null;
      return random.nextInt(10) == 0
          ? "other"
          : row.state().waiting().map(Pending::hash).orElse(null);
    }

    private @Nullable List<Slot> slots(boolean space) {
      return space ? List.of(slot(Agreeing.ALEX), slot(Agreeing.SAM)) : null;
    }

    private Slot slot(PersonId person) {
      var whose = random.nextInt(10) == 0 ? Agreeing.other(person) : person;
      var start = LocalTime.of(random.nextInt(24), 0);
      return new Slot(whose.value(), Weekday.values()[random.nextInt(7)], start, 60, ZONE);
    }

    private @Nullable Instant review() {
      return switch (random.nextInt(8)) {
        case 0, 1 -> null;
        case 2 -> now.minusSeconds(1);
        case 3 -> now.plus(Duration.ofDays(400));
        default -> now.plus(some(48));
      };
    }

    private UUID some() {
      return new UUID(9, random.nextInt(6));
    }

    private Duration some(int hours) {
      return Duration.ofMillis(1 + random.nextLong(hours * 3_600_000L));
    }

    private void passTime() {
      now =
          Orders.later(random, now, space.due.values(), Duration.ofHours(1), Duration.ofHours(40));
    }

    /// What a worker does: it saw timers, maybe long ago, maybe it dies.
    private void look() {
      for (int tries = random.nextInt(6); tries > 0 && !everSet.isEmpty(); tries--) {
        fire(everSet.get(random.nextInt(everSet.size())), random.nextInt(10) > 0);
      }
    }

    private void fire(Timer timer, boolean commits) {
      var fired = space.fire(timer, now, commits);
      fired.ifPresent(event -> {
        orders.count(event.wire());
        var it = Objects.requireNonNull(space.states().get(timer.thing()));
        assertThat(it).isInstanceOf(Agreement.InForce.class);
        if (event instanceof AgreementEvent.Reminded) reminded(timer);
        else assertThat(((Agreement.InForce) it).reviewAt()).isEqualTo(timer.at());
      });
    }

    /// At a time that was set, on the clock of who set it, and not while they paused it.
    private void reminded(Timer timer) {
      var person = new PersonId(timer.stream().value());
      var row = space.reminders.get(new AgreementReminderRow.Key(person, timer.thing()));
      var state = Objects.requireNonNull(row).state();
      assertThat(state.pausedAt(now)).isFalse();
      var local = timer.at().atZone(space.zone(person));
      assertThat(state.times().times()).contains(local.toLocalTime());
    }

    /// Whoever set one is reminded, the other is not, and both read nothing of it.
    private void remindersStand(UUID id, Agreement is) {
      for (var person : List.of(Agreeing.ALEX, Agreeing.SAM)) {
        var row = space.reminders.get(new AgreementReminderRow.Key(person, id));
        assertThat(space.due.containsKey(AgreementTimers.reminded(person, id)))
            .isEqualTo(row != null && is instanceof Agreement.InForce);
      }
    }

    /// A node that starts from the log alone knows what the rows know.
    private void crash() {
      orders.count("crash");
      space.rows = space.fold();
    }

    private void check(Map<UUID, Agreement> before, @Nullable PersonId by) {
      var after = space.states();
      assertThat(space.log)
          .filteredOn(one -> one.stream().equals(Agreeing.OURS))
          .noneMatch(one -> one.event().toString().contains("secret"));
      after.forEach((id, is) -> {
        inForceByTwoYeses(id, is);
        timersStand(is);
        remindersStand(id, is);
        var was = before.get(id);
        if (was == null || was.equals(is)) return;
        assertThat(by).as("the clock changes nothing").isNotNull();
        assertThat(is.card()).isEqualTo(was.card());
        assertThat(was).as("what ended stays ended").isNotInstanceOf(Agreement.Ended.class);
        theOldOneHolds(was, is);
        ownTimesAlone(was, is, Objects.requireNonNull(by));
      });
      var folded = new HashMap<UUID, Agreement>();
      space.fold().forEach((id, row) -> folded.put(id, row.state()));
      assertThat(folded).as("rows and log").isEqualTo(after);
    }

    private void inForceByTwoYeses(UUID id, Agreement is) {
      if (!(is instanceof Agreement.InForce it)) return;
      assertThat(Objects.requireNonNull(yes.get(id)).get(it.holds()))
          .as("two yeses to version %s", it.holds())
          .containsExactlyInAnyOrder(Agreeing.ALEX, Agreeing.SAM);
    }

    /// A version leaves force for another that both said yes to, or with the whole agreement.
    private void theOldOneHolds(Agreement was, Agreement is) {
      if (!(was instanceof Agreement.InForce old) || is instanceof Agreement.Ended) return;
      var now = (Agreement.InForce) is;
      if (now.pending() != null && old.pending() == null) orders.count("amended");
      if (now.holds() == old.holds()) return;
      assertThat(old.pending()).isNotNull();
      assertThat(now.holds()).isEqualTo(Objects.requireNonNull(old.pending()).number());
    }

    private void ownTimesAlone(Agreement was, Agreement is, PersonId by) {
      if (!(was instanceof Agreement.InForce old && is instanceof Agreement.InForce it)) return;
      if (old.holds() != it.holds()) return;
      assertThat(ofOther(it, by)).as("the other's times").isEqualTo(ofOther(old, by));
    }

    private List<Slot> ofOther(Agreement.InForce it, PersonId by) {
      return it.slots().stream().filter(slot -> !slot.person().equals(by.value())).toList();
    }

    private void timersStand(Agreement is) {
      var at = is instanceof Agreement.InForce it ? it.reviewAt() : null;
      for (var key :
          AgreementTimers.reviews(is.card().id(), List.of(Agreeing.ALEX, Agreeing.SAM))) {
        var timer = space.due.get(key);
        if (at == null) assertThat(timer).isNull();
        else if (timer == null) assertThat(now).isAfterOrEqualTo(at);
        else assertThat(timer.at()).isEqualTo(at);
      }
    }

    /// Either can end all of it, whatever there was.
    private void toTheEnd() {
      for (var id : List.copyOf(space.rows.keySet())) {
        var by = random.nextBoolean() ? Agreeing.ALEX : Agreeing.SAM;
        space.say(by, new AgreementCommand.Withdraw(id, null), now, true);
        assertThat(space.states().get(id)).isInstanceOf(Agreement.Ended.class);
      }
      assertThat(space.due.values().stream().min(Comparator.comparing(Timer::at))).isEmpty();
    }
  }
}
