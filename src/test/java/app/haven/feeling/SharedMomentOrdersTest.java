package app.haven.feeling;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.Orders;
import app.haven.feeling.FeelingCommand.Answer;
import app.haven.feeling.FeelingCommand.Share;
import app.haven.feeling.SharedMoment.Heard;
import app.haven.feeling.SharedMoment.Part;
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

/// Ten thousand orders in which two people can share how they were, answer it and take it back.
class SharedMomentOrdersTest {
  private static final int ORDERS = 10_000;
  private static final int STEPS = 60;
  private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");
  private static final PersonId ALEX = new PersonId(new UUID(1, 1));
  private static final PersonId SAM = new PersonId(new UUID(2, 2));

  private final Orders orders = new Orders("shared feelings");

  @Test
  void whateverTheOrderWordsStayTheirAuthors() {
    orders.walk(ORDERS, random -> new Order(random).run());
    orders.cameBy(
        "shared",
        "answered",
        "SHARED",
        "ANSWER",
        "gone already",
        "conflict",
        "not-yours",
        "rate",
        "invalid");
  }

  /// One order: a random walk over the rules, held against a plain account of who said what.
  private final class Order {
    private final Random random;
    private final Map<UUID, SharedMoment> moments = new HashMap<>();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<PersonId, List<Instant>> last = new HashMap<>();
    private Instant now = START;

    Order(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(60)));
        var by = random.nextBoolean() ? ALEX : SAM;
        var id = new UUID(9, random.nextInt(30));
        try {
          step(by, id);
        } catch (Refusal refusal) {
          orders.count(refusal.code().wire);
        }
        moments.forEach((one, moment) -> account(one).isHeldBy(moment));
      }
    }

    private void step(PersonId by, UUID id) {
      var moment = moments.get(id);
      if (moment == null || random.nextInt(20) == 0) share(by, id);
      else if (random.nextInt(3) == 0) unshare(moment, by);
      else answer(moment, by);
    }

    private void share(PersonId by, UUID id) {
      var times = last.computeIfAbsent(by, _ -> new ArrayList<>());
      var feeling = random.nextInt(10) == 0 ? null : Feeling.CALM;
      SharedMoment.share(
          new Share(id, feeling, null, null, null, null, null, true),
          Optional.ofNullable(moments.get(id)),
          times.stream().limit(SharedMoment.MOST).toList(),
          now);
      times.addFirst(now);
      assertThat(times.stream().filter(at -> at.isAfter(now.minus(SharedMoment.WINDOW))))
          .hasSizeLessThanOrEqualTo(SharedMoment.MOST);
      moments.put(id, SharedMoment.begun(id, by));
      accounts.put(id, new Account(by));
      orders.count("shared");
    }

    private void answer(SharedMoment moment, PersonId by) {
      var reply = random.nextBoolean() ? Reply.HUG : null;
      var said = new Answer(moment.id(), reply, random.nextBoolean() ? "words" : null);
      var event = moment.answer(said, by);
      var account = account(moment.id());
      assertThat(by).isNotEqualTo(account.author);
      assertThat(account.gone).as("what is gone takes no answer").isFalse();
      assertThat(account.heard).as("the first stands").isEqualTo(Heard.NOTHING);
      account.heard = event.words() == null ? Heard.TAPPED : Heard.WORDS;
      account.answered = by;
      moments.put(moment.id(), moment.after(event));
      orders.count("answered");
    }

    private void unshare(SharedMoment moment, PersonId by) {
      var part = moment.unshare(by);
      orders.count(part.map(Part::name).orElse("gone already"));
      part.ifPresent(gone -> {
        var account = account(moment.id());
        if (gone == Part.SHARED) {
          assertThat(by).isEqualTo(account.author);
          account.gone = true;
        } else {
          assertThat(by).isEqualTo(account.answered);
          account.heard = Heard.ERASED;
        }
        moments.put(moment.id(), moment.without(gone));
      });
    }

    private Account account(UUID id) {
      return Objects.requireNonNull(accounts.get(id));
    }
  }

  /// What must be true of a moment, seen from what was said alone.
  private static final class Account {
    private final PersonId author;
    private @Nullable PersonId answered;
    private Heard heard = Heard.NOTHING;
    private boolean gone;

    Account(PersonId author) {
      this.author = author;
    }

    void isHeldBy(SharedMoment moment) {
      assertThat(moment.author()).isEqualTo(author);
      assertThat(moment.heard()).isEqualTo(heard);
      assertThat(moment.back()).isEqualTo(gone);
    }
  }
}
