package app.haven.gratitude;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.gratitude.Gratitude.Part;
import app.haven.gratitude.Gratitude.Thanks;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ten thousand orders in which two people can add to, answer, change and take back what stands in
/// their shared list.
class GratitudeOrdersTest {
  private static final int ORDERS = 10_000;
  private static final int STEPS = 80;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));

  private final Orders orders = new Orders("gratitude");

  @Test
  void whateverTheOrderWordsStayTheirAuthors() {
    orders.walk(ORDERS, random -> new Order(random, random.nextInt(4) == 0).run());
    orders.cameBy(
        "gratitude.added",
        "gratitude.thanked",
        "gratitude.edited",
        "gratitude.pinned",
        "gratitude.unpinned",
        "ENTRY",
        "THANKS",
        "same once more",
        "conflict",
        "not-yours",
        "rate");
  }

  /// One order: a random walk over the rules, held against a plain account of who said what.
  private final class Order {
    private final Random random;
    private final Map<UUID, Gratitude> entries = new HashMap<>();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<PersonId, List<Instant>> added = new HashMap<>();

    /// Some orders are about many entries in a short time.
    private final boolean hasty;

    private Instant now = START;

    Order(Random random, boolean hasty) {
      this.random = random;
      this.hasty = hasty;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofSeconds(random.nextInt(hasty ? 30 : 200)));
        var by = random.nextBoolean() ? ALEX : SAM;
        var id = new UUID(9, random.nextInt(hasty ? 400 : 12));
        try {
          step(by, id);
        } catch (Refusal refusal) {
          orders.count(refusal.code().wire);
        }
        entries.forEach((one, entry) -> account(one).isHeldBy(entry));
      }
    }

    private void step(PersonId by, UUID id) {
      var entry = entries.get(id);
      if (entry == null || random.nextInt(20) == 0) {
        add(by, id);
        return;
      }
      if (random.nextInt(6) == 0) {
        erase(entry, by);
        return;
      }
      change(entry, command(id), by);
    }

    private void add(PersonId by, UUID id) {
      var times = added.computeIfAbsent(by, _ -> new ArrayList<>());
      var wish = new GratitudeCommand.Add(id, "what", null, null, null);
      var last = times.stream().limit(Gratitude.MOST).toList();
      Gratitude.add(wish, true, Optional.ofNullable(entries.get(id)), last, now);
      times.addFirst(now);
      assertThat(times.stream().filter(at -> at.isAfter(now.minus(Gratitude.WINDOW))))
          .hasSizeLessThanOrEqualTo(Gratitude.MOST);
      entries.put(id, Gratitude.begun(id, by));
      accounts.put(id, new Account(by));
      orders.count("gratitude.added");
    }

    private GratitudeCommand.Change command(UUID id) {
      return switch (random.nextInt(4)) {
        case 0 -> new GratitudeCommand.Thank(id, random.nextBoolean() ? null : "words");
        case 1 -> new GratitudeCommand.Edit(id, "other", null, null);
        case 2 -> new GratitudeCommand.Pin(id);
        default -> new GratitudeCommand.Unpin(id);
      };
    }

    private void change(Gratitude entry, GratitudeCommand.Change command, PersonId by) {
      var event = entry.decide(command, by, now);
      orders.count(event.map(GratitudeEvent::kind).orElse("same once more"));
      event.ifPresent(happened -> {
        account(entry.id()).note(happened, by);
        entries.put(entry.id(), entry.after(happened));
      });
    }

    private void erase(Gratitude entry, PersonId by) {
      var part = entry.erase(by);
      orders.count(part.map(Part::name).orElse("same once more"));
      part.ifPresent(gone -> {
        account(entry.id()).forget(gone, by);
        entries.put(entry.id(), entry.without(gone));
      });
    }

    private Account account(UUID id) {
      return Objects.requireNonNull(accounts.get(id));
    }
  }

  /// What must be true of an entry, seen from what was said alone.
  private static final class Account {
    private final PersonId author;
    private @Nullable PersonId thanked;
    private boolean words;
    private boolean thanksGone;
    private boolean gone;
    private boolean pinned;

    Account(PersonId author) {
      this.author = author;
    }

    void note(GratitudeEvent event, PersonId by) {
      assertThat(gone).as("nothing happens to a trace").isFalse();
      switch (event) {
        case GratitudeEvent.Added _ -> throw new AssertionError("added twice");
        case GratitudeEvent.Thanked said -> {
          assertThat(thanked).as("thanked once").isNull();
          assertThat(by).isNotEqualTo(author);
          thanked = by;
          words = said.words() != null;
        }
        case GratitudeEvent.Edited _ -> assertThat(by).isEqualTo(author);
        case GratitudeEvent.Pinned _ -> pinned = true;
        case GratitudeEvent.Unpinned _ -> pinned = false;
      }
    }

    void forget(Part part, PersonId by) {
      switch (part) {
        case ENTRY -> {
          assertThat(by).isEqualTo(author);
          gone = true;
          pinned = false;
        }
        case THANKS -> {
          assertThat(by).isEqualTo(thanked);
          assertThat(words).isTrue();
          thanksGone = true;
        }
      }
    }

    void isHeldBy(Gratitude entry) {
      assertThat(entry.author()).isEqualTo(author);
      assertThat(entry instanceof Gratitude.Erased).isEqualTo(gone);
      assertThat(entry instanceof Gratitude.Kept kept && kept.pinned()).isEqualTo(pinned);
      var thanks =
          thanked == null
              ? Thanks.NONE
              : thanksGone ? Thanks.ERASED : words ? Thanks.WORDS : Thanks.TAPPED;
      assertThat(entry.thanks()).isEqualTo(thanks);
    }
  }
}
